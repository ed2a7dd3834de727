package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.topic.UsagePartition;
import dev.countinghouse.metering.topic.UsageTopic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Connects the loop, which speaks Kafka, with positions and batches. */
@ApplicationScoped
class TopicCounting implements CountingLoop.Counting {

  private final UsageTopic topic;
  private final Positions positions;
  private final CountBatch batches;

  TopicCounting(UsageTopic topic, Positions positions, CountBatch batches) {
    this.topic = topic;
    this.positions = positions;
    this.batches = batches;
  }

  @Override
  public CompletableFuture<Map<TopicPartition, Long>> open(Map<TopicPartition, Long> logStarts) {
    return topic.describe().chain(found -> open(found, logStarts)).subscribeAsCompletionStage();
  }

  /** Partitions are counted at the same time, each in its own transaction. */
  @Override
  public CompletableFuture<Void> count(ConsumerRecords<byte[], byte[]> records) {
    return topic
        .describe()
        .map(found -> split(found, records))
        .chain(this::countAll)
        .subscribeAsCompletionStage();
  }

  private Uni<Map<TopicPartition, Long>> open(
      UsageTopic.Description found, Map<TopicPartition, Long> logStarts) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    return Multi.createFrom()
        .iterable(logStarts.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            start ->
                positions
                    .open(partition(found, start.getKey()), start.getValue())
                    .invoke(offset -> starts.put(start.getKey(), offset)))
        .collect()
        .last()
        .replaceWith(starts);
  }

  private Uni<Void> countAll(List<PartitionBatch> split) {
    return Uni.join()
        .all(split.stream().map(batches::count).toList())
        .andCollectFailures()
        .replaceWithVoid();
  }

  private static List<PartitionBatch> split(
      UsageTopic.Description found, ConsumerRecords<byte[], byte[]> records) {
    return records.partitions().stream()
        .map(each -> new PartitionBatch(partition(found, each), records.records(each)))
        .toList();
  }

  private static UsagePartition partition(UsageTopic.Description found, TopicPartition named) {
    return new UsagePartition(found.id(), named.partition());
  }
}
