/// Read model: the public rooms, who is in them, what was written, and the history of each.
@NullMarked
package io.parley.query.publicroom;

import org.jspecify.annotations.NullMarked;
