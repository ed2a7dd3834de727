package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.Repeats;
import dev.countinghouse.metering.topic.DeadLetters;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counts one partition's records exactly once (MAU-7). May be given the same records again, at the
 * same time too: the position's row lock lets one batch after the other through, and each skips
 * what the position has passed.
 */
@ApplicationScoped
public class CountBatch {

  private final Positions positions;
  private final CountedEvents counted;
  private final ActiveDays days;
  private final MeterCounts meters;
  private final DeadLetters deadLetters;
  private final Transactions transactions;
  private final CountingMetrics metrics;
  private final CountingTraces traces;

  public CountBatch(
      Positions positions,
      CountedEvents counted,
      ActiveDays days,
      MeterCounts meters,
      DeadLetters deadLetters,
      Transactions transactions,
      CountingMetrics metrics,
      CountingTraces traces) {
    this.positions = positions;
    this.counted = counted;
    this.days = days;
    this.meters = meters;
    this.deadLetters = deadLetters;
    this.transactions = transactions;
    this.metrics = metrics;
    this.traces = traces;
  }

  /** Completes when the position has passed the batch; fails when nothing of it was counted. */
  public Uni<Void> count(PartitionBatch batch) {
    return positions
        .next(batch.partition())
        .map(batch::from)
        .chain(rest -> rest.isEmpty() ? Uni.createFrom().voidItem() : traced(rest));
  }

  private Uni<Void> traced(PartitionBatch batch) {
    Span span = traces.begin(batch);
    return countNew(batch).onTermination().invoke(span::end);
  }

  private Uni<Void> countNew(PartitionBatch batch) {
    SortedRecords read = SortedRecords.read(batch.records());
    return counted
        .known(read.events())
        .map(known -> read.without(new Repeats(known)))
        .call(sorted -> deadLetters.send(sorted.deadLetters()))
        .invoke(sorted -> metrics.dead(sorted.deadLetters().size()))
        .chain(sorted -> transactions.run(tx -> write(tx, batch, sorted)))
        .invoke(metrics::counted)
        .replaceWithVoid();
  }

  /** Answers how many events it counted. */
  private Uni<Integer> write(Transaction tx, PartitionBatch batch, SortedRecords sorted) {
    return positions
        .claim(tx, batch.partition())
        .map(sorted::from)
        .chain(fresh -> apply(tx, batch, fresh));
  }

  private Uni<Integer> apply(Transaction tx, PartitionBatch batch, List<CountableEvent> fresh) {
    return counted
        .remember(tx, fresh)
        .call(() -> days.mark(tx, fresh))
        .call(() -> meters.count(tx, fresh))
        .call(() -> positions.move(tx, batch.partition(), batch.nextOffset()));
  }
}
