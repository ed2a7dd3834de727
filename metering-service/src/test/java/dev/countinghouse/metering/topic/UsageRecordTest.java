package dev.countinghouse.metering.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.EmailPurpose;
import dev.countinghouse.metering.domain.UsageEvent;
import dev.countinghouse.metering.topic.UsageRecord.Content;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageRecordTest {

  private static final CountableEvent EVENT =
      new CountableEvent(
          "ch_1",
          "web",
          "e1",
          Instant.parse("2024-03-01T20:00:00.123456Z"),
          LocalDate.of(2024, 3, 2),
          new UsageEvent.EmailSent(EmailPurpose.ONE_SHOT, "김 <a@b.kr>", null));

  @Test
  @DisplayName("what is written is read again")
  void roundTrip() {
    assertThat(UsageRecord.read(UsageRecord.write(EVENT))).isEqualTo(new Content.Countable(EVENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"localday\":\"2024-03-01\"}",
        "{\"id\":\"e1\",\"type\":\"user.active\",\"subject\":\"ch_1\",\"data\":{\"user\":\"u\"}}",
      })
  @DisplayName("what cannot be read is poison with a reason")
  void poison(String value) {
    assertThat(UsageRecord.read(value.getBytes(UTF_8)))
        .isInstanceOfSatisfying(Content.Poison.class, p -> assertThat(p.reason()).isNotEmpty());
    assertThat(UsageRecord.read(null)).isInstanceOf(Content.Poison.class);
  }

  @Test
  @DisplayName("a channel lies where Kafka's own partitioner puts its key")
  void partition() {
    for (int n = 0; n < 100; n++) {
      String channel = "ch_" + n;
      assertThat(UsageKey.partition(channel, 6))
          .isEqualTo(BuiltInPartitioner.partitionForKey(UsageKey.of(channel), 6));
    }
  }
}
