/// Delivery: the tail of the log, pushed as frames to the sockets that are to see it.
///
/// A record is followed through the packages in one direction: `ingest` tails the topics,
/// `fanout` finds out who is to see what, `session` keeps each socket's view of its rooms in
/// order; `socket` brings in what clients say and writes what sessions send.
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
