/// A guest session: whose it is and which rooms it claimed.
@NullMarked
package io.parley.command.guest;

import org.jspecify.annotations.NullMarked;
