/// The WebSocket at `/ws/chat/`: handshake, frames in, bounded queues of frames out, heartbeats.
@NullMarked
package io.parley.delivery.socket;

import org.jspecify.annotations.NullMarked;
