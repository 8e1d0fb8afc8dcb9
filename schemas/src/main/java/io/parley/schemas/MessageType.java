package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a message is. Anything but text comes with a `file_url`.
public enum MessageType {
  /// Words.
  @JsonProperty("text")
  TEXT,
  /// A picture.
  @JsonProperty("image")
  IMAGE,
  /// Any other file.
  @JsonProperty("file")
  FILE
}
