package io.parley.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two of each service, from their executable jars.
final class ServiceNodes {
  private static final int OF_EACH = 2;

  /// Fourteen projections that fetch every 50 ms would be a fifth of a small machine's work.
  private static final String GATHER_FOR = "250ms";

  private final RunDirectory directory;
  private final ClusterSettings settings;
  private final Map<Service, List<Integer>> ports = new HashMap<>();
  private final Map<String, Integer> managementPorts = new TreeMap<>();

  ServiceNodes(RunDirectory directory, FreePorts free, ClusterSettings settings) {
    this.directory = directory;
    this.settings = settings;
    for (var service : Service.values()) {
      ports.put(service, List.of(free.next(), free.next()));
      for (int number = 1; number <= OF_EACH; number++) {
        managementPorts.put(service.node(number), free.next());
      }
    }
  }

  List<Integer> ports(Service service) {
    return ports.getOrDefault(service, List.of());
  }

  Map<String, Integer> managementPorts() {
    return managementPorts;
  }

  List<Node> make(Brokers brokers, DatabaseNode database, int entrance, String secret) {
    var nodes = new ArrayList<Node>();
    for (var service : Service.values()) {
      for (int number = 1; number <= OF_EACH; number++) {
        var properties = new TreeMap<>(brokers.springProperties());
        properties.put("parley.edge.jwt.secret", secret);
        properties.putAll(own(service, service.node(number), database, entrance));
        properties.putAll(settings.service());
        nodes.add(node(service, number, properties));
      }
    }
    return nodes;
  }

  private static Map<String, String> own(
      Service service, String name, DatabaseNode database, int entrance) {
    return switch (service) {
      case COMMAND -> Map.of("parley.command.node-id", name);
      case QUERY -> {
        var properties = new HashMap<>(database.springProperties(name));
        properties.put("parley.query.instance-id", name);
        properties.put("parley.query.gather-for", GATHER_FOR);
        yield properties;
      }
      case DELIVERY ->
          Map.of("parley.delivery.query-url", "http://" + FreePorts.HOST + ":" + entrance);
    };
  }

  private Node node(Service service, int number, Map<String, String> properties) {
    String name = service.node(number);
    int port = ports(service).get(number - 1);
    Path jar = Unpacked.of(settings.services().resolve(service.jar()).toAbsolutePath());
    var command = new ArrayList<String>();
    command.add(Jvm.java());
    command.addAll(Jvm.flags(settings.serviceHeap()));
    command.addAll(List.of("-jar", jar.toString()));
    command.add("--server.address=" + FreePorts.HOST);
    command.add("--server.port=" + port);
    command.add("--management.server.port=" + managementPorts.get(name));
    command.add("--spring.main.banner-mode=off");
    properties.forEach((key, value) -> command.add("--" + key + "=" + value));
    return new ProcessNode(name, command, directory, () -> Http.isOk(port, "/readyz"));
  }
}
