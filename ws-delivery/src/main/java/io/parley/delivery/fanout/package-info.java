/// From one event to everybody here who is to see it.
@NullMarked
package io.parley.delivery.fanout;

import org.jspecify.annotations.NullMarked;
