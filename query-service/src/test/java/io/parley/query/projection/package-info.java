/// Tests of the package of this name.
@NullMarked
package io.parley.query.projection;

import org.jspecify.annotations.NullMarked;
