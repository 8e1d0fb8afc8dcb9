package io.parley.cluster.fault;

import io.parley.cluster.Node;
import java.util.List;

/// What may happen to a cluster.
enum Fault {
  KILL_COMMAND("`kill -9` of a command-service that owns shards, and its restart") {
    @Override
    void happen(Site site) {
      long mark = System.nanoTime();
      var node = site.oneOf("command");
      node.kill();
      if (site.either()) {
        site.awaitAnswers(mark);
      }
      node.start();
      site.awaitAnswers(mark);
      site.ready(node);
    }
  },

  ZOMBIE("SIGSTOP of a command-service until another one has its shards, then SIGCONT") {
    @Override
    void happen(Site site) {
      long mark = System.nanoTime();
      var node = site.oneOf("command");
      node.pause();
      try {
        site.awaitAnswers(mark);
        site.goOn(3);
      } finally {
        node.resume();
      }
      site.ready(node);
    }
  },

  KILL_QUERY("`kill -9` of a query-service in the middle of a batch, and its restart") {
    @Override
    void happen(Site site) {
      var node = site.oneOf("query");
      new MiddleOfABatch(site.cluster()).kill(node);
      site.goOn(3);
      node.start();
      site.ready(node);
    }
  },

  KILL_DELIVERY("`kill -9` of a ws-delivery node, and its restart") {
    @Override
    void happen(Site site) {
      var node = site.oneOf("ws");
      node.kill();
      site.goOn(3);
      node.start();
      site.ready(node);
    }
  },

  KILL_BROKER("`kill -9` of a Kafka broker, and its restart until all copies are in sync") {
    @Override
    void happen(Site site) {
      long mark = System.nanoTime();
      var node = site.nextBroker();
      node.kill();
      site.awaitAnswers(mark);
      site.goOn(3);
      node.start();
      site.ready(node);
      site.cluster().awaitAllInSync();
    }
  },

  DATABASE("restart of PostgreSQL") {
    @Override
    void happen(Site site) {
      var node = site.cluster().node("postgres");
      if (site.either()) {
        node.kill();
      } else {
        node.stop();
      }
      site.goOn(2);
      node.start();
      site.ready(node);
    }
  },

  ALL_SERVICES("`kill -9` of all services at once, and their restart") {
    @Override
    void happen(Site site) {
      var nodes = site.all("command", "query", "ws");
      nodes.forEach(Node::kill);
      nodes.forEach(Node::start);
      site.ready(nodes.toArray(Node[]::new));
    }
  },

  ROLLING_RESTART("a rolling restart: SIGTERM to each process, one after the other") {
    @Override
    void happen(Site site) {
      for (var node : site.all("kafka", "command", "query", "ws")) {
        node.stop();
        node.start();
        site.ready(node);
        site.cluster().awaitAllInSync();
      }
    }
  };

  /// All of them; the next broker dies once the first is back.
  static final List<Fault> ALL =
      List.of(
          KILL_COMMAND,
          ZOMBIE,
          KILL_QUERY,
          KILL_DELIVERY,
          KILL_BROKER,
          KILL_BROKER,
          DATABASE,
          ALL_SERVICES,
          ROLLING_RESTART);

  /// Those of which a build has the time for some.
  static final List<Fault> SELECTION =
      List.of(KILL_COMMAND, ZOMBIE, KILL_QUERY, KILL_DELIVERY, KILL_BROKER);

  private final String what;

  Fault(String what) {
    this.what = what;
  }

  /// In words.
  String what() {
    return what;
  }

  /// Lets it happen, and mends it.
  abstract void happen(Site site);
}
