package dev.countinghouse.clock;

import static dev.countinghouse.clock.ChannelRows.timestamp;

import dev.countinghouse.transaction.DatabaseAway;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims and their ends: the SQL of {@code due_work} that is a transaction of its own. All instants
 * here but {@code due_at} are the system's.
 */
@ApplicationScoped
class DueRows {

  private static final String CLAIM =
      """
      with free as (
        select channel_id, kind, id from due_work
        where eligible_at <= $1 and (claimed_until is null or claimed_until <= $1)
        order by eligible_at limit $2 for update skip locked)
      update due_work d set claimed_until = $3, claimed_by = $4 from free f
      where d.channel_id = f.channel_id and d.kind = f.kind and d.id = f.id
      returning d.channel_id, d.kind, d.id, d.due_at, d.attempt""";

  private static final String CLAIM_FIRST =
      """
      with next as (
        select channel_id, kind, id from due_work where channel_id = $1 and due_at <= $2
        order by due_at, kind, id limit 1 for update),
      taken as (
        update due_work d set claimed_until = $4, claimed_by = $5 from next n
        where d.channel_id = n.channel_id and d.kind = n.kind and d.id = n.id
          and (d.claimed_until is null or d.claimed_until <= $3)
        returning d.due_at, d.attempt)
      select n.channel_id, n.kind, n.id, t.due_at, t.attempt from next n left join taken t on true""";

  private static final String OF_CLAIM =
      " where channel_id = $1 and kind = $2 and id = $3 and claimed_until = $4 and claimed_by = $5";
  private static final String REMOVE = "delete from due_work" + OF_CLAIM;

  // Whoever schedules a piece anew while it runs takes the claim's name off it, so that the end of
  // the run does not remove it; the lease stays until here, so that nobody runs it meanwhile.
  private static final String RELEASE =
      """
      update due_work set claimed_until = null
      where channel_id = $1 and kind = $2 and id = $3
        and claimed_until = $4 and claimed_by is null""";
  private static final String FAIL =
      """
      update due_work set attempt = attempt + 1, last_error = $6, claimed_until = null,
        claimed_by = null, eligible_at = case when eligible_at is null then null else $7 end"""
          + OF_CLAIM;
  private static final String EARLIEST = "select min(due_at) from due_work where channel_id = $1";
  private static final String BACKLOG =
      """
      select (select count(*) from due_work where eligible_at <= $1),
        (select min(eligible_at) from due_work where eligible_at is not null),
        (select count(*) from due_work where attempt > 0)""";

  private final Pool pool;
  private final Pod pod;

  DueRows(Pool pool, Pod pod) {
    this.pool = pool;
    this.pod = pod;
  }

  /** Claims up to {@code limit} pieces that are due, the longest due first. */
  Uni<List<Claim>> claim(int limit, Instant now, Instant until) {
    Tuple arguments = Tuple.of(timestamp(now), limit, timestamp(until), pod.id());
    return execute(CLAIM, arguments).map(rows -> claims(rows, until));
  }

  /** Claims the channel's first piece by (due_at, kind, id) that is due at {@code dueBy}. */
  Uni<NextDue> claimFirst(String channel, Instant dueBy, Instant now, Instant until) {
    Tuple arguments =
        Tuple.of(channel, timestamp(dueBy), timestamp(now), timestamp(until), pod.id());
    return execute(CLAIM_FIRST, arguments).map(rows -> next(rows, until));
  }

  /** Removes a piece that was run, unless it was scheduled anew meanwhile. */
  Uni<Void> succeeded(Claim claim) {
    return execute(REMOVE, Tuple.from(arguments(claim)))
        .chain(gone -> gone.rowCount() == 1 ? Uni.createFrom().voidItem() : release(claim));
  }

  /**
   * Puts a piece back after a failure.
   *
   * @param again when pods may try it again by themselves
   */
  Uni<Void> failed(Claim claim, String reason, Instant again) {
    List<Object> arguments = new ArrayList<>(arguments(claim));
    arguments.add(reason);
    arguments.add(timestamp(again));
    return execute(FAIL, Tuple.from(arguments))
        .chain(kept -> kept.rowCount() == 1 ? Uni.createFrom().voidItem() : release(claim));
  }

  /** When the channel's next piece falls due; null when it has none. */
  Uni<@Nullable Instant> earliest(String channel) {
    return execute(EARLIEST, Tuple.of(channel)).map(rows -> instant(rows.iterator().next(), 0));
  }

  Uni<Backlog> backlog(Instant now) {
    return execute(BACKLOG, Tuple.of(timestamp(now)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Backlog(row.getLong(0), instant(row, 1), row.getLong(2)));
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple arguments) {
    return DatabaseAway.named(pool.preparedQuery(sql).execute(arguments));
  }

  private Uni<Void> release(Claim claim) {
    List<Object> arguments = arguments(claim);
    return execute(RELEASE, Tuple.from(arguments.subList(0, arguments.size() - 1)))
        .replaceWithVoid();
  }

  private List<Object> arguments(Claim claim) {
    DueItem item = claim.item();
    return List.of(item.channel(), item.kind(), item.id(), timestamp(claim.until()), pod.id());
  }

  private static List<Claim> claims(RowSet<Row> rows, Instant until) {
    List<Claim> claims = new ArrayList<>(rows.size());
    rows.forEach(row -> claims.add(claim(row, until)));
    return claims;
  }

  private static NextDue next(RowSet<Row> rows, Instant until) {
    if (rows.size() == 0) {
      return new NextDue.None();
    }
    Row row = rows.iterator().next();
    return row.getValue(3) == null ? new NextDue.Busy() : new NextDue.Claimed(claim(row, until));
  }

  private static Claim claim(Row row, Instant until) {
    Instant dueAt = row.getOffsetDateTime(3).toInstant();
    int attempt = row.getInteger(4) + 1;
    DueItem item =
        new DueItem(row.getString(0), row.getString(1), row.getString(2), dueAt, attempt);
    return new Claim(item, until);
  }

  private static @Nullable Instant instant(Row row, int position) {
    OffsetDateTime value = row.getOffsetDateTime(position);
    return value == null ? null : value.toInstant();
  }
}
