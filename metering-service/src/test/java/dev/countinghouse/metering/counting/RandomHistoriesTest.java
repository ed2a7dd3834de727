package dev.countinghouse.metering.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.MauWindow;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import dev.countinghouse.metering.mau.CountMau;
import dev.countinghouse.metering.topic.UsageKey;
import dev.countinghouse.metering.topic.UsagePartition;
import dev.countinghouse.metering.topic.UsageRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories on real PostgreSQL against a model that is the rule's own words. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RandomHistoriesTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int HISTORIES = 1_000;
  private static final LocalDate START = LocalDate.of(2024, 1, 20);

  @Inject CountBatch batches;
  @Inject Positions positions;
  @Inject CountMau mau;

  /** The rule's text: who was active on at least one of the 31 days that end with the day. */
  private static final class Model {
    private final Map<String, Set<LocalDate>> daysByUser = new HashMap<>();

    void active(String user, LocalDate day) {
      daysByUser.computeIfAbsent(user, key -> new HashSet<>()).add(day);
    }

    long mau(LocalDate on) {
      Set<LocalDate> window = new HashSet<>();
      for (int back = 0; back < 31; back++) {
        window.add(on.minusDays(back));
      }
      return daysByUser.values().stream()
          .filter(days -> !Collections.disjoint(days, window))
          .count();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20_240_301, 987_654_321})
  @DisplayName("MAU-2 MAU-3 MAU-7 every event twice and in any order: the model's figures")
  void histories(long seed) {
    Random random = new Random(seed);
    Map<String, Model> models = new HashMap<>();
    List<CountableEvent> events = new ArrayList<>();
    for (int n = 0; n < HISTORIES; n++) {
      String channel = Ids.create(Ids.CHANNEL);
      models.put(channel, new Model());
      addHistory(channel, models.get(channel), random, events);
    }
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, random);

    count(events);

    models.forEach((channel, model) -> assertFigures(channel, model, random));
  }

  private static void addHistory(
      String channel, Model model, Random random, List<CountableEvent> events) {
    int users = 1 + random.nextInt(6);
    int visits = random.nextInt(15);
    for (int n = 0; n < visits; n++) {
      String user = "u" + random.nextInt(users);
      LocalDate day = START.plusDays(random.nextInt(80));
      model.active(user, day);
      events.add(
          new CountableEvent(
              channel,
              "tests",
              "e" + n,
              day.atStartOfDay().toInstant(ZoneOffset.UTC),
              day,
              new UserActive(user)));
    }
  }

  private void count(List<CountableEvent> events) {
    UsagePartition partition = new UsagePartition(UUID.randomUUID(), 0);
    positions.open(partition, 0).await().atMost(BOUND);
    List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    for (CountableEvent event : events) {
      byte[] key = UsageKey.of(event.channel());
      log.add(new ConsumerRecord<>(Topics.USAGE, 0, log.size(), key, UsageRecord.write(event)));
    }
    for (int from = 0; from < log.size(); from += 4_000) {
      List<ConsumerRecord<byte[], byte[]>> batch =
          log.subList(from, Math.min(log.size(), from + 4_000));
      batches.count(new PartitionBatch(partition, batch)).await().atMost(BOUND);
    }
  }

  private void assertFigures(String channel, Model model, Random random) {
    for (int n = 0; n < 3; n++) {
      LocalDate on = START.plusDays(random.nextInt(115) - 2L);
      assertThat(mau.count(channel, MauWindow.endingOn(on)).await().atMost(BOUND))
          .as("%s on %s", channel, on)
          .isEqualTo(model.mau(on));
    }
  }
}
