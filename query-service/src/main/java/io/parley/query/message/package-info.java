/// Read model: messages and whether they were read.
@NullMarked
package io.parley.query.message;

import org.jspecify.annotations.NullMarked;
