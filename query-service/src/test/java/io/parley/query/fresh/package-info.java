/// Tests of the package of this name.
@NullMarked
package io.parley.query.fresh;

import org.jspecify.annotations.NullMarked;
