/// Outcomes: what became of a command. They travel on `chat.replies` to the node that asked.
@NullMarked
package io.parley.schemas.reply;

import org.jspecify.annotations.NullMarked;
