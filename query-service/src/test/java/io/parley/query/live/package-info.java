/// Tests of the package of this name.
@NullMarked
package io.parley.query.live;

import org.jspecify.annotations.NullMarked;
