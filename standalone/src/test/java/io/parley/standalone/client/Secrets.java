package io.parley.standalone.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every secret that a client of these tests was given: nobody else may ever see one.
public final class Secrets {
  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  public static String keep(String secret) {
    ALL.add(secret);
    return secret;
  }

  public static Set<String> all() {
    return Set.copyOf(ALL);
  }
}
