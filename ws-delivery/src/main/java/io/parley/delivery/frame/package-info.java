/// What events look like on a socket: pure functions, the same for live events and for history.
@NullMarked
package io.parley.delivery.frame;

import org.jspecify.annotations.NullMarked;
