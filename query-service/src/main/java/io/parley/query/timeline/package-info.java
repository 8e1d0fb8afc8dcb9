/// Read model: every event of each room, for those who come back.
@NullMarked
package io.parley.query.timeline;

import org.jspecify.annotations.NullMarked;
