/// Tests of the package of this name.
@NullMarked
package io.parley.query.search;

import org.jspecify.annotations.NullMarked;
