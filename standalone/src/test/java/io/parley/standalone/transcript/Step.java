package io.parley.standalone.transcript;

import io.parley.standalone.wire.Frame;
import io.parley.standalone.wire.Request;
import io.parley.standalone.wire.Response;

/// One thing that was captured.
public sealed interface Step {
  /// A request and its answer; one that asks for a socket names it.
  record Exchange(String socket, Request request, Response expected) implements Step {}

  /// A frame to the server.
  record Sent(String socket, Frame frame) implements Step {}

  /// What came over a socket next.
  record Received(String socket, Frame frame) implements Step {}
}
