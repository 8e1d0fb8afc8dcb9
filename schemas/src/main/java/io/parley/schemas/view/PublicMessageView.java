package io.parley.schemas.view;

import io.parley.schemas.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message of a public room over REST; `timestamp` is as [io.parley.schemas.PublicTime#dhaka]
/// writes it, `seq` its place in the room's history.
public record PublicMessageView(
    UUID id,
    VisitorView user,
    String content,
    MessageType messageType,
    @Nullable String fileUrl,
    String timestamp,
    long seq) {}
