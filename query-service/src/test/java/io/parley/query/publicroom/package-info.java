/// Tests of the package of this name.
@NullMarked
package io.parley.query.publicroom;

import org.jspecify.annotations.NullMarked;
