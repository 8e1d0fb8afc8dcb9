/// Load generators that measure a running Parley from outside, over HTTP and sockets only.
@NullMarked
package io.parley.bench;

import org.jspecify.annotations.NullMarked;
