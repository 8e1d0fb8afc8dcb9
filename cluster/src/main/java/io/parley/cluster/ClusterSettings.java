package io.parley.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// How the cluster is made.
///
/// @param entrance the port of nginx; another one when it is taken, any when it is 0
/// @param logs where the output of the processes goes; emptied first
/// @param services where the executable jars are, as `command-service.jar`
/// @param pages what nginx serves besides: the pages and the widget
/// @param brokerHeap the heap of each broker, as `-Xmx` takes it
/// @param serviceHeap the heap of each service
/// @param broker settings of the brokers besides, or instead of, the usual ones
/// @param service Spring properties of all services besides, or instead of, the usual ones
public record ClusterSettings(
    int entrance,
    Path logs,
    Path services,
    Path pages,
    String brokerHeap,
    String serviceHeap,
    Map<String, String> broker,
    Map<String, String> service) {
  private static final String BROKER = "cluster.broker.";
  private static final String SERVICE = "cluster.service.";

  /// The usual ones, as the module `cluster` is built; system properties that begin with
  /// `cluster.broker.` and `cluster.service.` are handed on.
  public static ClusterSettings usual(int entrance, Path target) {
    return new ClusterSettings(
        entrance,
        target.resolve("cluster-logs"),
        target.resolve("services"),
        target.resolve("pages/META-INF/resources"),
        System.getProperty("cluster.broker-heap", "384m"),
        System.getProperty("cluster.service-heap", "320m"),
        all(BROKER),
        all(SERVICE));
  }

  private static Map<String, String> all(String prefix) {
    Properties properties = System.getProperties();
    var found = new TreeMap<String, String>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), properties.getProperty(name));
      }
    }
    return found;
  }
}
