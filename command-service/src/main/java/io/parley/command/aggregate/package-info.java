/// What rooms, guest sessions and access records have in common as aggregates.
@NullMarked
package io.parley.command.aggregate;

import org.jspecify.annotations.NullMarked;
