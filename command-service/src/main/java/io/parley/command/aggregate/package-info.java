/// What rooms and guest sessions have in common as aggregates.
@NullMarked
package io.parley.command.aggregate;

import org.jspecify.annotations.NullMarked;
