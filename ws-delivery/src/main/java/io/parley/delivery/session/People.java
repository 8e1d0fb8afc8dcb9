package io.parley.delivery.session;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Who is connected to this node, by what events call people: `account:42`, `guest:<public id>`,
/// `vendor:1`.
@Component
public final class People {
  private final ConcurrentHashMap<String, Set<ChatSession>> byKey = new ConcurrentHashMap<>();
  private final Set<ChatSession> sessions = ConcurrentHashMap.newKeySet();

  /// The sessions known by this key.
  public Set<ChatSession> of(String key) {
    return byKey.getOrDefault(key, Set.of());
  }

  /// All sessions, known or not yet.
  public Collection<ChatSession> all() {
    return sessions;
  }

  void arrive(ChatSession session) {
    sessions.add(session);
  }

  /// False when there are already `atMost` others of the same key.
  boolean enter(String key, ChatSession session, int atMost) {
    var present =
        byKey.compute(
            key,
            (_, before) -> {
              Set<ChatSession> all = before == null ? ConcurrentHashMap.newKeySet(2) : before;
              if (all.size() < atMost) {
                all.add(session);
              }
              return all;
            });
    return present.contains(session);
  }

  void leave(Collection<String> keys, ChatSession session) {
    sessions.remove(session);
    for (String key : keys) {
      byKey.computeIfPresent(
          key,
          (_, all) -> {
            all.remove(session);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
