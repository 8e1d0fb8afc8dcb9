/// What goes over the marketplace's socket, in and out.
@NullMarked
package io.parley.schemas.frame;

import org.jspecify.annotations.NullMarked;
