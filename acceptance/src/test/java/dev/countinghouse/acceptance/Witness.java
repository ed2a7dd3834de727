package dev.countinghouse.acceptance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of one channel were told. An answer once given must be given ever after (PU-4);
 * whatever speaks against an earlier answer is a contradiction.
 */
final class Witness {

  private final Map<String, String> placements = new ConcurrentHashMap<>();
  private final Map<String, String> endings = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> contradictions = new ConcurrentLinkedQueue<>();

  /** The answer to a request that placed {@code id}. */
  void placed(String id, String answer) {
    compare("hold " + id, placements.putIfAbsent(id, answer), answer);
  }

  /** The answer to a request that ended {@code id}. */
  void ended(String id, String answer) {
    compare("end of " + id, endings.putIfAbsent(id, answer), answer);
  }

  void contradicted(String what) {
    contradictions.add(what);
  }

  private void compare(String what, @Nullable String before, String now) {
    if (before != null && !before.equals(now)) {
      contradictions.add(what + ": first " + before + ", then " + now);
    }
  }

  boolean knows(String id) {
    return placements.containsKey(id);
  }

  boolean isHeld(String id) {
    return placements.getOrDefault(id, "").startsWith("held");
  }

  boolean hasEnded(String id) {
    return endings.containsKey(id);
  }

  /** As the clients know it: {@code open}, or how it was said to have ended. */
  String statusOf(String id) {
    String ending = endings.getOrDefault(id, "open");
    return ending.substring(0, ending.indexOf(' ') < 0 ? ending.length() : ending.indexOf(' '));
  }

  /** The ids that were answered. */
  List<String> answered() {
    return List.copyOf(placements.keySet());
  }

  /** The ids of holds that reserve or reserved points. */
  List<String> held() {
    return placements.keySet().stream().filter(this::isHeld).toList();
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
