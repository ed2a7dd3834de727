package dev.countinghouse.metering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How much some events add to one channel's meter, by instant and by local day; both sum to the
 * same. Every event is one piece.
 *
 * @param byInstant when it happened; quantities above 0
 * @param byDay the days on which it counts
 */
public record MeteredUsage(
    String channel,
    Meter meter,
    SortedMap<Instant, Long> byInstant,
    SortedMap<LocalDate, Long> byDay) {

  private record Key(String channel, Meter meter) {}

  /** One for each channel and meter that the events add to, in the order of their first events. */
  public static List<MeteredUsage> of(List<CountableEvent> events) {
    Map<Key, List<CountableEvent>> byKey = new LinkedHashMap<>();
    for (CountableEvent event : events) {
      event
          .event()
          .meter()
          .map(meter -> new Key(event.channel(), meter))
          .ifPresent(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(event));
    }
    return byKey.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static MeteredUsage of(Key key, List<CountableEvent> events) {
    return new MeteredUsage(
        key.channel(),
        key.meter(),
        tally(events, CountableEvent::time),
        tally(events, CountableEvent::day));
  }

  private static <K> SortedMap<K, Long> tally(
      List<CountableEvent> events, Function<CountableEvent, K> of) {
    SortedMap<K, Long> tally = new TreeMap<>();
    events.forEach(event -> tally.merge(of.apply(event), 1L, Long::sum));
    return tally;
  }
}
