/// Between Kafka and this node: the tail of `chat.events` and `chat.signals`, and the signals that
/// this node's people send.
@NullMarked
package io.parley.delivery.ingest;

import org.jspecify.annotations.NullMarked;
