package dev.countinghouse.subscription.testclock;

import dev.countinghouse.subscription.testclock.domain.Advance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of {@code test_clock} on its way: each statement a transaction of its own, and each write
 * only while the pod has the lease. False means that the pod has lost it.
 */
@ApplicationScoped
class AdvanceRows {

  private static final String CLAIM =
      """
      with free as (
        select channel from test_clock
        where status = 'advancing' and (claimed_until is null or claimed_until <= $1)
        limit $2 for update skip locked)
      update test_clock t set claimed_until = $3, claimed_by = $4 from free f
      where t.channel = f.channel returning t.channel""";
  private static final String READ =
      """
      select c.test_now, t.target, t.moving_to, t.rewind
      from test_clock t join channel_clock c on c.channel_id = t.channel
      where t.channel = $1 and t.claimed_by = $2 and t.status = 'advancing'""";
  private static final String MINE =
      " where channel = $1 and claimed_by = $2 and status = 'advancing'";
  private static final String MOVE = "update test_clock set moving_to = $3" + MINE;
  private static final String RENEW = "update test_clock set claimed_until = $3" + MINE;
  private static final String RELEASE =
      "update test_clock set claimed_until = null, claimed_by = null";
  private static final String ARRIVE =
      RELEASE + ", status = 'ready', arrived = true, reason = null" + MINE;
  private static final String FAIL = RELEASE + ", status = 'failed', reason = $3" + MINE;

  private final Pool pool;

  AdvanceRows(Pool pool) {
    this.pool = pool;
  }

  /** Takes up to {@code limit} clocks that nobody drives. */
  Uni<List<String>> claim(String pod, int limit, Instant now, Instant until) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(timestamp(now), limit, timestamp(until), pod))
        .map(AdvanceRows::channels);
  }

  /** The advance as it stands, or null when it is not this pod's any more. */
  Uni<@Nullable Advance> read(String pod, String channel) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(channel, pod))
        .map(rows -> rows.size() == 0 ? null : advance(channel, rows.iterator().next()));
  }

  Uni<Boolean> move(String pod, String channel, Instant to) {
    return update(MOVE, Tuple.of(channel, pod, timestamp(to)));
  }

  Uni<Boolean> renew(String pod, String channel, Instant until) {
    return update(RENEW, Tuple.of(channel, pod, timestamp(until)));
  }

  Uni<Boolean> release(String pod, String channel) {
    return update(RELEASE + MINE, Tuple.of(channel, pod));
  }

  Uni<Boolean> arrive(String pod, String channel) {
    return update(ARRIVE, Tuple.of(channel, pod));
  }

  Uni<Boolean> fail(String pod, String channel, String reason) {
    return update(FAIL, Tuple.of(channel, pod, reason));
  }

  private Uni<Boolean> update(String sql, Tuple arguments) {
    return pool.preparedQuery(sql).execute(arguments).map(rows -> rows.rowCount() == 1);
  }

  private static Advance advance(String channel, Row row) {
    OffsetDateTime movingTo = row.getOffsetDateTime(2);
    return new Advance(
        channel,
        row.getOffsetDateTime(0).toInstant(),
        row.getOffsetDateTime(1).toInstant(),
        movingTo == null ? null : movingTo.toInstant(),
        row.getBoolean(3));
  }

  private static List<String> channels(RowSet<Row> rows) {
    List<String> channels = new ArrayList<>(rows.size());
    rows.forEach(row -> channels.add(row.getString(0)));
    return channels;
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
