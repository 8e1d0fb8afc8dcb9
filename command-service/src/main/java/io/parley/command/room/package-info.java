/// A conversation: what may happen in it and what it is after it happened.
@NullMarked
package io.parley.command.room;

import org.jspecify.annotations.NullMarked;
