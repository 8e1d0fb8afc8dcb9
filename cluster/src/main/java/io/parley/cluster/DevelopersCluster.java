package io.parley.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/// Starts the cluster and takes commands on the terminal: `kill command-1`, `pause`, `resume`,
/// `stop`, `start`, `status`, `quit`.
public final class DevelopersCluster {
  private static final int ENTRANCE = 8080;

  private final Cluster cluster;

  private DevelopersCluster(Cluster cluster) {
    this.cluster = cluster;
  }

  /// The first argument is the port to listen on, 8080 when there is none.
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : ENTRANCE;
    try (var cluster = new Cluster(ClusterSettings.usual(port, Path.of("target")))) {
      say("Starting three brokers, PostgreSQL, two of each service and nginx ...");
      cluster.start();
      var console = new DevelopersCluster(cluster);
      console.welcome();
      console.listen();
    }
  }

  private void welcome() {
    say("Parley is at http://localhost:" + cluster.entrance() + ", sockets at /ws/chat/");
    say("  Kafka           " + cluster.bootstrapServers());
    say("  tokens (HS256)  " + cluster.secret());
    cluster
        .managementPorts()
        .forEach(
            (name, port) -> say("  %-14s  http://localhost:%d/actuator".formatted(name, port)));
    say("kill, pause, resume, stop or start a node; status; quit");
  }

  private void listen() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.strip().split("\\s+");
      if (words[0].equals("quit")) {
        return;
      }
      try {
        obey(words);
      } catch (ClusterFailure e) {
        say(String.valueOf(e.getMessage()));
      }
    }
  }

  private void obey(String[] words) {
    switch (words[0]) {
      case "kill" -> node(words).kill();
      case "pause" -> node(words).pause();
      case "resume" -> node(words).resume();
      case "stop" -> node(words).stop();
      case "start" -> node(words).start();
      case "status" -> cluster.nodes().forEach(this::tell);
      case "" -> {}
      default -> say("kill, pause, resume, stop or start a node; status; quit");
    }
  }

  private Node node(String[] words) {
    if (words.length < 2) {
      throw new ClusterFailure("Which node? `status` names them.");
    }
    return cluster.node(words[1]);
  }

  private void tell(Node node) {
    String state = node.isReady() ? "ready" : node.isAlive() ? "alive, not ready" : "not running";
    say("  %-10s %s".formatted(node.name(), state));
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
