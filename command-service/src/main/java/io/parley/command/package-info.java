/// Commands become events.
@NullMarked
package io.parley.command;

import org.jspecify.annotations.NullMarked;
