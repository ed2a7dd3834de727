package dev.countinghouse.subscription.testclock;

import dev.countinghouse.subscription.testclock.domain.ClockStatus;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code test_clock} in the transaction of a command. */
@ApplicationScoped
class TestClockRows {

  private static final String READ =
      "select status, target, moving_to, arrived, reason from test_clock where channel = $1";
  private static final String LOCK = READ + " for update";

  // The step that a failed clock was in is finished first, unless it starts again from the past.
  private static final String SET_OUT =
      """
      insert into test_clock (channel, status, target, rewind) values ($1, 'advancing', $2, $3)
      on conflict (channel) do update set status = 'advancing', target = excluded.target,
        rewind = excluded.rewind, reason = null, claimed_until = null, claimed_by = null,
        moving_to = case when excluded.rewind then null else test_clock.moving_to end""";
  private static final String RESUME =
      """
      update test_clock set status = 'advancing', reason = null, claimed_until = null,
        claimed_by = null where channel = $1 and status = 'failed'""";

  // Everything of the service's own that ever happens in a channel is an event or due work; the
  // first event tells of the channel itself.
  private static final String IS_UNTOUCHED =
      """
      select coalesce((select last_sequence from outbox_key where key = $1), 0) <= 1
        and not exists (select from due_work where channel_id = $1)
        and not exists (select from inbox where key = $1)""";

  Uni<@Nullable StoredClock> read(Transaction transaction, String channel) {
    return transaction.selectFirst(READ, channel).map(TestClockRows::stored);
  }

  Uni<@Nullable StoredClock> lock(Transaction transaction, String channel) {
    return transaction.selectFirst(LOCK, channel).map(TestClockRows::stored);
  }

  /** Whether nothing has happened in the channel yet but its creation. */
  Uni<Boolean> isUntouched(Transaction transaction, String channel) {
    return transaction.select(IS_UNTOUCHED, channel).map(rows -> rows.getFirst().bool(0));
  }

  Uni<Void> setOut(Transaction transaction, String channel, Instant target, boolean rewind) {
    return transaction
        .update(SET_OUT, channel, target.atOffset(ZoneOffset.UTC), rewind)
        .replaceWithVoid();
  }

  Uni<Void> resume(Transaction transaction, String channel) {
    return transaction.update(RESUME, channel).replaceWithVoid();
  }

  private static @Nullable StoredClock stored(@Nullable Fields row) {
    return row == null
        ? null
        : new StoredClock(
            ClockStatus.of(row.string(0)),
            row.instant(1),
            row.instantOrNull(2),
            row.bool(3),
            row.stringOrNull(4));
  }
}
