/// Which ws-delivery nodes are alive, and what happens when one is not.
@NullMarked
package io.parley.command.presence;

import org.jspecify.annotations.NullMarked;
