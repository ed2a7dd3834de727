package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.topic.UsagePartition;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of one partition in the order of their offsets. */
public record PartitionBatch(
    UsagePartition partition, List<ConsumerRecord<byte[], byte[]>> records) {

  public PartitionBatch {
    records = List.copyOf(records);
  }

  /** The position once all of it is counted. */
  long nextOffset() {
    return records.getLast().offset() + 1;
  }

  /** Without the records that the position has already passed. */
  PartitionBatch from(long position) {
    List<ConsumerRecord<byte[], byte[]>> rest =
        records.stream().filter(record -> record.offset() >= position).toList();
    return new PartitionBatch(partition, rest);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }
}
