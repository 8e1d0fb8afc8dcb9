/// Parley as people out there use it: over HTTP and sockets.
@NullMarked
package io.parley.standalone.client;

import org.jspecify.annotations.NullMarked;
