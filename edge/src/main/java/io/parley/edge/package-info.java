/// What every way in shares.
@NullMarked
package io.parley.edge;

import org.jspecify.annotations.NullMarked;
