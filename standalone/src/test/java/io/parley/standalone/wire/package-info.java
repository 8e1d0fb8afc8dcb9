/// HTTP and WebSockets byte for byte, for what no client library would send.
@NullMarked
package io.parley.standalone.wire;

import org.jspecify.annotations.NullMarked;
