/// The answers that a vendor keeps ready.
@NullMarked
package io.parley.command.canned;

import org.jspecify.annotations.NullMarked;
