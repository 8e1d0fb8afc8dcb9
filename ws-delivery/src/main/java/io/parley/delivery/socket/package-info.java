/// The WebSockets at `/ws/chat/` and `/ws/chat/{room_id}/`: handshake, frames in, bounded queues
/// of frames out, heartbeats.
@NullMarked
package io.parley.delivery.socket;

import org.jspecify.annotations.NullMarked;
