package io.parley.cluster;

/// What there are two of.
enum Service {
  COMMAND("command", "command-service.jar"),
  QUERY("query", "query-service.jar"),
  DELIVERY("ws", "ws-delivery.jar");

  private final String prefix;
  private final String jar;

  Service(String prefix, String jar) {
    this.prefix = prefix;
    this.jar = jar;
  }

  String jar() {
    return jar;
  }

  /// What nginx calls all of them.
  String upstream() {
    return this == DELIVERY ? "delivery" : prefix;
  }

  String node(int number) {
    return prefix + "-" + number;
  }
}
