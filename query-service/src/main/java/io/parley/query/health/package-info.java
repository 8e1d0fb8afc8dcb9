/// How the parts are doing that an admin looks at while something is slow.
@NullMarked
package io.parley.query.health;

import org.jspecify.annotations.NullMarked;
