/// Facts: what has happened. They live on `chat.events` for ever and are never edited.
@NullMarked
package io.parley.schemas.event;

import org.jspecify.annotations.NullMarked;
