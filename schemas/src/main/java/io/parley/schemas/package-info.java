/// The contract that the services share, and nothing else: what goes over the topics and the
/// sockets.
@NullMarked
package io.parley.schemas;

import org.jspecify.annotations.NullMarked;
