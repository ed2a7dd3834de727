package dev.countinghouse.metering.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tells an event that came before from one that did not (MAU-7). Starts from what is already
 * counted and remembers what it has judged since.
 */
public final class Repeats {

  private final Map<Name, Long> contentByName = new HashMap<>();

  /**
   * An event's name.
   *
   * @param key {@link Fingerprint#key()}
   */
  public record Name(String channel, UUID key) {}

  /** What an event is against those before it. */
  public enum Judgement {
    /** Not seen before. */
    FIRST,
    /** The same name and the same content: counts once. */
    REPEATED,
    /** The name of another event. */
    REUSED
  }

  /**
   * @param counted the events that are already counted, with their content
   */
  public Repeats(Map<Name, Long> counted) {
    contentByName.putAll(counted);
  }

  public Judgement judge(CountableEvent event) {
    Fingerprint fingerprint = event.fingerprint();
    Long before =
        contentByName.putIfAbsent(
            new Name(event.channel(), fingerprint.key()), fingerprint.content());
    if (before == null) {
      return Judgement.FIRST;
    }
    return before == fingerprint.content() ? Judgement.REPEATED : Judgement.REUSED;
  }
}
