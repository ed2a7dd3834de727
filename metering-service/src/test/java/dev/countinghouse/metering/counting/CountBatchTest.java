package dev.countinghouse.metering.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.UsageEvent;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import dev.countinghouse.metering.domain.UsageEvent.UserUnified;
import dev.countinghouse.metering.topic.UsageKey;
import dev.countinghouse.metering.topic.UsagePartition;
import dev.countinghouse.metering.topic.UsageRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class CountBatchTest {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @Inject CountBatch batches;
  @Inject Positions positions;
  @Inject House house;

  private final String channel = Ids.create(Ids.CHANNEL);
  private final UsagePartition partition = new UsagePartition(UUID.randomUUID(), 3);

  @BeforeEach
  void open() {
    positions.open(partition, 0).await().atMost(BOUND);
  }

  private PartitionBatch batch(int from, int to) {
    return new PartitionBatch(partition, IntStream.range(from, to).mapToObj(this::visit).toList());
  }

  private ConsumerRecord<byte[], byte[]> visit(int offset) {
    return record(offset, new UserActive("u" + offset));
  }

  private ConsumerRecord<byte[], byte[]> record(int offset, UsageEvent said) {
    Instant time = Instant.parse("2024-03-01T00:00:00Z");
    CountableEvent event = new CountableEvent(channel, "tests", "e" + offset, time, DAY, said);
    return new ConsumerRecord<>(
        Topics.USAGE, 3, offset, UsageKey.of(channel), UsageRecord.write(event));
  }

  private void count(PartitionBatch batch) {
    batches.count(batch).await().atMost(BOUND);
  }

  private long position() {
    return positions.next(partition).await().atMost(BOUND);
  }

  private long counted() {
    return house.number("select count(*) from usage_event where channel_id = $1", channel);
  }

  private long users() {
    return house.number("select count(*) from user_activity where channel_id = $1", channel);
  }

  @Test
  @DisplayName("the position moves in the transaction of what it counts")
  void moves() {
    count(batch(0, 10));

    assertThat(position()).isEqualTo(10);
    assertThat(counted()).isEqualTo(10);
    assertThat(users()).isEqualTo(10);
  }

  @Test
  @DisplayName("MAU-7 a batch that comes again, or overlaps, counts only what is new")
  void redelivered() {
    count(batch(0, 10));
    count(batch(0, 10));
    count(batch(5, 15));
    count(batch(0, 15));

    assertThat(position()).isEqualTo(15);
    assertThat(counted()).isEqualTo(15);
  }

  @Test
  @DisplayName("a pod that lost the partition changes nothing and moves nothing back")
  void stalePod() {
    count(batch(0, 20));
    count(batch(5, 10));

    assertThat(position()).isEqualTo(20);
    assertThat(counted()).isEqualTo(20);
  }

  @Test
  @DisplayName("pods that count the same records at the same time count them once")
  void concurrentPods() {
    List<Uni<Void>> pods =
        IntStream.range(0, 8).mapToObj(pod -> batches.count(batch(0, 200 + pod))).toList();

    Uni.join().all(pods).andFailFast().await().atMost(BOUND);

    assertThat(position()).isEqualTo(207);
    assertThat(counted()).isEqualTo(207);
    assertThat(users()).isEqualTo(207);
    assertThat(
            house.number(
                "select count(distinct user_number) from channel_user where channel_id = $1",
                channel))
        .isEqualTo(207);
  }

  @Test
  @DisplayName("a batch that fails half-way leaves nothing behind and counts when it comes again")
  void rolledBack() {
    house.sql(
        "alter table user_activity add constraint outage check (channel_id <> '" + channel + "')");

    assertThatThrownBy(() -> count(batch(0, 10))).hasMessageContaining("outage");

    house.sql("alter table user_activity drop constraint outage");
    assertThat(position()).isZero();
    assertThat(counted()).isZero();

    count(batch(0, 10));
    assertThat(position()).isEqualTo(10);
    assertThat(users()).isEqualTo(10);
  }

  @Test
  @DisplayName("a partition that was never opened is not counted: without a row there is no lock")
  void neverOpened() {
    PartitionBatch foreign =
        new PartitionBatch(new UsagePartition(UUID.randomUUID(), 3), batch(0, 1).records());

    assertThatThrownBy(() -> count(foreign)).hasMessageContaining("never opened");
    assertThat(counted()).isZero();
  }

  @Test
  @DisplayName("a log that starts later than the position moves the position to its start")
  void truncatedLog() {
    count(batch(0, 10));

    assertThat(positions.open(partition, 4).await().atMost(BOUND)).isEqualTo(10);
    assertThat(positions.open(partition, 30).await().atMost(BOUND)).isEqualTo(30);
  }

  @Test
  @DisplayName("what no figure uses yet is kept whole: nothing acknowledged is lost")
  void journal() {
    count(new PartitionBatch(partition, List.of(record(0, new UserUnified("a", "b")), visit(1))));

    assertThat(
            house.texts(
                "select coalesce(data ->> 'merged', 'none') from usage_event where channel_id = $1"
                    + " order by type",
                channel))
        .containsExactly("none", "b");
    assertThat(users()).isOne();
  }
}
