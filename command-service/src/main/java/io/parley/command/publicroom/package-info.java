/// A public room: who is in it, what may happen in it and what it is after it happened.
@NullMarked
package io.parley.command.publicroom;

import org.jspecify.annotations.NullMarked;
