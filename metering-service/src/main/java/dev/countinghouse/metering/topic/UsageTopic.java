package dev.countinghouse.metering.topic;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.metering.UsageConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** What the broker says of the topic. */
@ApplicationScoped
public class UsageTopic {

  private final Admin admin;
  private final long memoryNanos;
  private volatile @Nullable Memory memory;

  public UsageTopic(KafkaSettings settings, UsageConfig config) {
    this.admin = Admin.create(settings.admin());
    this.memoryNanos = config.reading().topicMemory().toNanos();
  }

  /**
   * @param id changes when the topic is deleted and made anew, and its offsets start again from 0
   */
  public record Description(UUID id, int partitions) {

    /** The partition of a channel's usage. */
    public UsagePartition partitionOf(String channel) {
      return new UsagePartition(id, UsageKey.partition(channel, partitions));
    }
  }

  private record Memory(Description topic, long askedAt) {}

  /**
   * The end of a partition: every record acknowledged until now lies before {@code offset}.
   *
   * @param offset of the next record that will be written
   */
  public record End(UsagePartition partition, long offset) {}

  /** As it was a short while ago: neither id nor partitions change in normal life. */
  public Uni<Description> describe() {
    Memory known = memory;
    return known != null && System.nanoTime() - known.askedAt < memoryNanos
        ? Uni.createFrom().item(known.topic)
        : ask();
  }

  /** The end, now, of the partition in which the channel's usage lies. */
  public Uni<End> endFor(String channel) {
    return describe().map(topic -> topic.partitionOf(channel)).chain(this::end);
  }

  private Uni<End> end(UsagePartition partition) {
    TopicPartition named = new TopicPartition(Topics.USAGE, partition.number());
    return of(admin.listOffsets(Map.of(named, OffsetSpec.latest())).partitionResult(named))
        .map(found -> new End(partition, found.offset()));
  }

  /** Asks the broker; a failure is not remembered. */
  private Uni<Description> ask() {
    return of(admin.describeTopics(List.of(Topics.USAGE)).allTopicNames())
        .map(topics -> description(topics.values().iterator().next()))
        .invoke(topic -> memory = new Memory(topic, System.nanoTime()));
  }

  private static Description description(TopicDescription topic) {
    Uuid id = topic.topicId();
    return new Description(
        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()),
        topic.partitions().size());
  }

  private static <T> Uni<T> of(KafkaFuture<T> future) {
    return Uni.createFrom().completionStage(future.toCompletionStage());
  }

  @PreDestroy
  void close() {
    admin.close();
  }
}
