package dev.countinghouse.localstack.testing;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.StackException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Consumer groups of tests. */
final class ConsumerGroups {

  private static final int SECONDS = 30;

  private ConsumerGroups() {}

  /**
   * Commits the present ends of all topics for a new group: its consumers begin exactly here,
   * however long the application takes to start.
   */
  static String atTheEnd(String bootstrap, String group) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Map<TopicPartition, OffsetAndMetadata> ends = ends(admin);
      admin.alterConsumerGroupOffsets(group, ends).all().get(SECONDS, TimeUnit.SECONDS);
      return group;
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException("the shared Kafka does not take a consumer group", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions().stream()
            .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get(SECONDS, TimeUnit.SECONDS)
        .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
    return ends;
  }

  private static List<TopicPartition> partitions() {
    return Topics.all().stream()
        .flatMap(
            topic ->
                IntStream.range(0, Topics.PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)))
        .toList();
  }
}
