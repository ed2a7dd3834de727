package dev.countinghouse.acceptance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The story's usage: 12,000 users, 30,000 events over the ten local days that end with today, in a
 * shuffled order. Each user comes at least once; the other 18,000 events are returns. The seed
 * makes every run the same.
 */
final class Traffic {

  static final int USERS = 12_000;
  static final int EVENTS = 30_000;
  private static final int DAYS = 10;
  private static final int BATCH = 500;
  private static final List<String> TYPES = List.of("user.active", "user.updated", "user.imported");

  private Traffic() {}

  /** Every batch of CloudEvents, and every one again. */
  static List<List<Map<String, Object>>> batchesTwice(String channel, OffsetDateTime today) {
    return batches(channel, today).stream().flatMap(batch -> Stream.of(batch, batch)).toList();
  }

  private static List<List<Map<String, Object>>> batches(String channel, OffsetDateTime today) {
    Random random = new Random(12_000);
    List<Map<String, Object>> events = new ArrayList<>(EVENTS);
    for (int number = 0; number < EVENTS; number++) {
      int user = number < USERS ? number : random.nextInt(USERS);
      events.add(event(channel, number, user, today.minusDays(random.nextInt(DAYS))));
    }
    Collections.shuffle(events, random);
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (int from = 0; from < EVENTS; from += BATCH) {
      batches.add(List.copyOf(events.subList(from, from + BATCH)));
    }
    return batches;
  }

  private static Map<String, Object> event(
      String channel, int number, int user, OffsetDateTime time) {
    String type = TYPES.get(number % TYPES.size());
    Map<String, Object> data =
        type.equals("user.updated")
            ? Map.of("user", "user-" + user, "class", "member")
            : Map.of("user", "user-" + user);
    return Map.of(
        "specversion",
        "1.0",
        "id",
        "visit-" + number,
        "source",
        "https://shop.example/sdk",
        "type",
        type,
        "subject",
        channel,
        "time",
        time.minusMinutes(user % 60).toInstant().toString(),
        "datacontenttype",
        "application/json",
        "data",
        data);
  }
}
