/// The queries over HTTP, and who may see what.
@NullMarked
package io.parley.query.api;

import org.jspecify.annotations.NullMarked;
