/// The public rooms: what a visitor's socket does, who is in the rooms that are seen here, and the
/// frames of their events.
@NullMarked
package io.parley.delivery.publicroom;

import org.jspecify.annotations.NullMarked;
