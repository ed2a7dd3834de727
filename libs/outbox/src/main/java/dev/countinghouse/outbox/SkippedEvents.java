package dev.countinghouse.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of events that were skipped: the sequence of their key went on without them. An
 * operator has one applied after all, out of its order, or forgives it; so does its dead letter
 * that is sent to its topic again.
 */
@ApplicationScoped
public class SkippedEvents {

  private static final String KEEP =
      """
      insert into inbox_skipped (key, source, sequence, id, type, data, occurred_at, reason)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict do nothing
      """;

  private static final String SETTLE =
      """
      update inbox_skipped set settled = $4, settled_at = clock_timestamp()
      where key = $1 and source = $2 and sequence = $3 and settled is null
      returning id, type, occurred_at, data
      """;

  private static final String OPEN =
      """
      select source, sequence, type, occurred_at, reason, skipped_at from inbox_skipped
      where key = $1 and settled is null and (source, sequence) > ($2, $3)
      order by source, sequence limit $4
      """;

  private final EventHandlers handlers;
  private final ObjectMapper json;

  public SkippedEvents(EventHandlers handlers, ObjectMapper json) {
    this.handlers = handlers;
    this.json = json;
  }

  /** An event was skipped. */
  Uni<Integer> keep(Transaction transaction, IncomingEvent event, String reason) {
    return transaction.update(
        KEEP,
        event.key(),
        event.source(),
        event.sequence(),
        event.id(),
        event.type(),
        event.data().json(),
        event.time().atOffset(ZoneOffset.UTC),
        reason);
  }

  /** A skipped event is here again and will be applied; false when it was not skipped. */
  Uni<Boolean> settle(Transaction transaction, IncomingEvent event) {
    return settle(transaction, event.key(), event.source(), event.sequence(), "applied")
        .map(row -> row != null);
  }

  /**
   * Those that nothing has settled, by source and sequence.
   *
   * @param after source of the last one that was shown; empty for the first
   * @param afterSequence its sequence
   */
  public Uni<List<SkippedEvent>> open(
      Transaction transaction, String key, String after, long afterSequence, int count) {
    return transaction
        .select(OPEN, key, after, afterSequence, count)
        .map(rows -> rows.stream().map(SkippedEvents::event).toList());
  }

  /**
   * Applies one after all, from what was kept of it. Where it still cannot be applied this fails
   * with a {@link PermanentFailure} that says why, and the transaction must not commit.
   *
   * @return false when there is none such that nothing has settled
   */
  public Uni<Boolean> apply(Transaction transaction, String key, String source, long sequence) {
    return settle(transaction, key, source, sequence, "applied")
        .chain(row -> apply(transaction, key, source, sequence, row));
  }

  private Uni<Boolean> apply(
      Transaction transaction, String key, String source, long sequence, @Nullable Fields row) {
    if (row == null) {
      return Uni.createFrom().item(false);
    }
    IncomingEvent event =
        new IncomingEvent(
            row.string(0),
            source,
            row.string(1),
            key,
            sequence,
            row.instant(2),
            new JsonEventData(json, row.string(3)));
    return handlers
        .apply(transaction, event)
        .onFailure(failure -> !Outage.is(failure))
        .transform(SkippedEvents::refused)
        .replaceWith(true);
  }

  /**
   * What it told will never count here.
   *
   * @return false when there is none such that nothing has settled
   */
  public Uni<Boolean> forgive(Transaction transaction, String key, String source, long sequence) {
    return settle(transaction, key, source, sequence, "forgiven").map(row -> row != null);
  }

  private static Uni<@Nullable Fields> settle(
      Transaction transaction, String key, String source, long sequence, String how) {
    return transaction.selectFirst(SETTLE, key, source, sequence, how);
  }

  private static PermanentFailure refused(Throwable failure) {
    return failure instanceof PermanentFailure permanent
        ? permanent
        : new PermanentFailure(String.valueOf(failure.getMessage()), failure);
  }

  private static SkippedEvent event(Fields row) {
    return new SkippedEvent(
        row.string(0),
        row.longValue(1),
        row.string(2),
        row.instant(3),
        row.string(4),
        row.instant(5));
  }
}
