/// Intents: what somebody wants to happen. They travel on `chat.commands` and may be refused.
@NullMarked
package io.parley.schemas.command;

import org.jspecify.annotations.NullMarked;
