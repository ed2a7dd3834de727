package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.topic.UsagePartition;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How far each partition has been counted. */
@ApplicationScoped
public class Positions {

  private final Transactions transactions;

  public Positions(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Where a pod that was just given the partition starts to read. A partition that was never
   * counted starts where its log starts.
   *
   * @param logStart the oldest offset that Kafka still has
   */
  public Uni<Long> open(UsagePartition partition, long logStart) {
    return transactions.run(
        tx ->
            tx.selectFirst(
                    """
                    insert into usage_position as p (topic_id, partition_id, next_offset)
                    values ($1, $2, $3)
                    on conflict (topic_id, partition_id)
                    do update set next_offset = greatest(p.next_offset, excluded.next_offset)
                    returning next_offset
                    """,
                    partition.topic(),
                    partition.number(),
                    logStart)
                .map(Positions::offset));
  }

  /** The offset of the next record to count; 0 when no pod was ever given the partition. */
  public Uni<Long> next(UsagePartition partition) {
    return transactions.run(tx -> read(tx, partition, "")).map(Positions::offset);
  }

  /**
   * As {@link #next}, and no other batch of the partition is counted before this one commits. Fails
   * when the partition was never opened: without a row there is no lock.
   */
  Uni<Long> claim(Transaction transaction, UsagePartition partition) {
    return read(transaction, partition, "for update")
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException(partition + " was never opened"))
        .map(Positions::offset);
  }

  /** Moves the position on; never back, where another pod has counted further. */
  Uni<Integer> move(Transaction transaction, UsagePartition partition, long nextOffset) {
    return transaction.update(
        """
        update usage_position set next_offset = greatest(next_offset, $3)
        where topic_id = $1 and partition_id = $2
        """,
        partition.topic(),
        partition.number(),
        nextOffset);
  }

  private static Uni<@Nullable Fields> read(
      Transaction transaction, UsagePartition partition, String lock) {
    return transaction.selectFirst(
        "select next_offset from usage_position where topic_id = $1 and partition_id = $2 " + lock,
        partition.topic(),
        partition.number());
  }

  private static long offset(@Nullable Fields row) {
    return row == null ? 0 : row.longValue(0);
  }
}
