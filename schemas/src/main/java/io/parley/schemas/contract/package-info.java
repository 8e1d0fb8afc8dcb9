/// The contract as JSON Schemas.
@NullMarked
package io.parley.schemas.contract;

import org.jspecify.annotations.NullMarked;
