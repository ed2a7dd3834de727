package dev.countinghouse.outbox;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/**
 * Events that a source has emitted and that nobody here can ever apply: its headers cannot be read,
 * or Kafka has lost it. Of one in the middle the next event says so; of the last one nothing does,
 * and whoever waits for it waits for ever, until an operator forgives it.
 */
@ApplicationScoped
public class MissingEvents {

  /**
   * Goes on past the event, if it is the very next. The row's lock makes this and the event, should
   * it come after all, wait for each other: it is applied or forgiven, never both.
   */
  private static final String PASS =
      """
      insert into inbox as i (key, source, last_sequence)
      select $1, $2, $3::bigint where $3::bigint = 1 or exists (select 1 from inbox where key = $1 and source = $2)
      on conflict (key, source) do update set last_sequence = excluded.last_sequence
      where i.last_sequence = excluded.last_sequence - 1
      """;

  private static final String REMEMBER =
      """
      insert into inbox_skipped (key, source, sequence, id, type, data, occurred_at, reason, settled, settled_at)
      values ($1, $2, $3, 'unknown', 'unknown', '', clock_timestamp(), 'it never came, or could not be read',
        'forgiven', clock_timestamp())
      """;

  private final ProgressTable table;
  private final RemoteProgress remote;
  private final InboxConfig config;

  public MissingEvents(ProgressTable table, RemoteProgress remote, InboxConfig config) {
    this.table = table;
    this.remote = remote;
    this.config = config;
  }

  /**
   * Whether it is the very next event of its source, and the source has emitted it; outside a
   * transaction. It may still be on its way. A source that cannot be reached is a failure.
   */
  public Uni<Boolean> isNext(String key, String source, long sequence) {
    return table
        .read(key)
        .map(here -> here.consumed().getOrDefault(source, 0L) == sequence - 1)
        .chain(
            isNext ->
                isNext && consumes(source)
                    ? remote.now(source, key).map(there -> hasEmitted(there, sequence))
                    : Uni.createFrom().item(false));
  }

  /**
   * What it told will never count here, even if it comes after all.
   *
   * @return false when it is not the very next event any more
   */
  public Uni<Boolean> forgive(Transaction transaction, String key, String source, long sequence) {
    return transaction
        .update(PASS, key, source, sequence)
        .chain(
            passed ->
                passed == 0
                    ? Uni.createFrom().item(false)
                    : transaction.update(REMEMBER, key, source, sequence).replaceWith(true));
  }

  private boolean consumes(String source) {
    return Arrays.stream(ServiceName.values())
        .filter(service -> service.id().equals(source))
        .anyMatch(service -> config.topics().contains(service.topic()));
  }

  private static boolean hasEmitted(Progress there, long sequence) {
    return there.emitted() >= sequence;
  }
}
