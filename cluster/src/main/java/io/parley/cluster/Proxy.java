package io.parley.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// nginx with the routing of `deploy/nginx`, in front of the nodes of this cluster.
final class Proxy {
  private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/local/bin/nginx");

  private Proxy() {}

  static Node make(RunDirectory directory, int port, ServiceNodes services, Path pages) {
    Path place = directory.path().resolve("nginx");
    Path configuration = place.resolve("nginx.conf");
    try {
      Files.createDirectories(place);
      Files.writeString(configuration, configuration(place, port, pages));
      Files.writeString(place.resolve("upstreams.conf"), upstreams(services));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var command =
        List.of(
            executable(),
            "-c",
            configuration.toString(),
            "-p",
            place.toString(),
            "-e",
            "stderr",
            "-g",
            "daemon off;");
    return new ProcessNode("nginx", command, directory, () -> answers(port));
  }

  static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.ofLiteral(FreePorts.HOST), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String configuration(Path place, int port, Path pages) throws IOException {
    try (var in =
        Objects.requireNonNull(Proxy.class.getResourceAsStream("/nginx/nginx.conf"), "nginx")) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("listen 8080;", "listen " + FreePorts.HOST + ":" + port + ";")
          .replaceAll("access_log [^;]+;", "access_log off;")
          .replace("worker_rlimit_nofile 65536;", "")
          .replace("worker_connections 32768;", "worker_connections 8192;")
          .replace("/tmp/nginx", place + "/nginx")
          .replace("root /srv/parley;", "root " + pages.toAbsolutePath() + ";");
    }
  }

  private static String upstreams(ServiceNodes services) {
    return Stream.of(Service.values())
        .map(service -> upstream(service, services.ports(service)))
        .collect(Collectors.joining("\n"));
  }

  /// The same as in `deploy/nginx/upstreams.conf`, which says why.
  private static String upstream(Service service, List<Integer> ports) {
    boolean sockets = service == Service.DELIVERY;
    String patience = sockets ? "max_fails=0" : "max_fails=1 fail_timeout=3s";
    String kept = sockets ? "" : "  keepalive 64;\n";
    var servers =
        ports.stream()
            .map(port -> "  server %s:%d %s;%n".formatted(FreePorts.HOST, port, patience))
            .collect(Collectors.joining());
    return "upstream %s {%n  least_conn;%n%s%s}%n".formatted(service.upstream(), servers, kept);
  }

  private static String executable() {
    return PLACES.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElseThrow(
            () -> new ClusterFailure("nginx is missing: install it (Debian: apt install nginx)."));
  }
}
