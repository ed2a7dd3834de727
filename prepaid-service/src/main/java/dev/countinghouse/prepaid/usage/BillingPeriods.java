package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.PlanHistory;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of what channels were on, one after another. */
@ApplicationScoped
public class BillingPeriods {

  /** Those that share an instant with the range, and the first, for what was before it. */
  private static final String BETWEEN =
      """
      select standing, plan, book, book_version, starts_at, ends_at from billing_period
      where channel_id = $1 and ((starts_at <= $3 and (ends_at is null or ends_at >= $2))
        or starts_at = (select min(starts_at) from billing_period where channel_id = $1))
      order by starts_at
      """;

  private static final String BOOKS =
      "select book, book_version from billing_period where channel_id = $1"
          + " group by book, book_version order by max(starts_at) desc";

  private static final String END =
      """
      update billing_period set ends_at = $2
      where channel_id = $1 and starts_at < $2 and (ends_at is null or ends_at > $2)
      """;

  /** Usage of it was counted when it was thought to last longer. */
  private static final String END_USAGE =
      """
      update usage_period set period_end = $2
      where channel_id = $1 and period_start < $2 and period_end > $2
      """;

  /** What was skipped and comes late ends where what followed it has begun. */
  private static final String BEGIN =
      """
      insert into billing_period (channel_id, standing, plan, book, book_version, starts_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, least($7, (
        select min(starts_at) from billing_period where channel_id = $1 and starts_at > $6)))
      on conflict (channel_id, starts_at) do update set standing = excluded.standing, plan = excluded.plan,
        book = excluded.book, book_version = excluded.book_version, ends_at = excluded.ends_at
      """;

  private static final String LEARN =
      BEGIN.substring(0, BEGIN.indexOf("do update"))
          + "do update set ends_at = least(billing_period.ends_at, excluded.ends_at)";

  private static final String BEGIN_FREE =
      """
      insert into billing_period (channel_id, standing, plan, book, book_version, starts_at, ends_at)
      select channel_id, 'free', 'free', book, book_version, $2, null from billing_period
      where channel_id = $1 and starts_at < $2 order by starts_at desc limit 1
      on conflict do nothing
      """;

  /** What the channel was on between two instants, both included. */
  public Uni<PlanHistory> between(
      Transaction transaction, String channel, Instant from, Instant to) {
    return transaction
        .select(BETWEEN, channel, time(from), time(to))
        .map(rows -> new PlanHistory(rows.stream().map(BillingPeriods::plan).toList()));
  }

  /** The period that runs; null when no event has told yet what follows the last one. */
  public Uni<@Nullable UsagePeriod> running(Transaction transaction, ChannelNow now) {
    return between(transaction, now.channel(), now.now(), now.now())
        .map(history -> history.periodAt(now.now(), now.zone()));
  }

  /** The books that the channel has been on, the last first. */
  Uni<List<BookId>> books(Transaction transaction, String channel) {
    return transaction.select(BOOKS, channel).map(rows -> rows.stream().map(BookId::of).toList());
  }

  /** Something begins; what was before ends, if it has not already. */
  public Uni<Void> begin(Transaction transaction, String channel, ChannelPlan plan) {
    return end(transaction, channel, plan.since())
        .chain(() -> insert(BEGIN, transaction, channel, plan))
        .replaceWithVoid();
  }

  /** What a period was, if no event has told; when it ended, in any case. */
  public Uni<Void> learn(Transaction transaction, String channel, ChannelPlan plan) {
    return end(transaction, channel, plan.since())
        .chain(() -> insert(LEARN, transaction, channel, plan))
        .replaceWithVoid();
  }

  /** On Free from {@code at} on, by the book of before. */
  Uni<Void> beginFree(Transaction transaction, String channel, Instant at) {
    return end(transaction, channel, at)
        .chain(() -> transaction.update(BEGIN_FREE, channel, time(at)))
        .replaceWithVoid();
  }

  /** What lasts beyond {@code at} ends then. */
  Uni<Void> end(Transaction transaction, String channel, Instant at) {
    return transaction
        .update(END, channel, time(at))
        .chain(() -> transaction.update(END_USAGE, channel, time(at)))
        .replaceWithVoid();
  }

  private static Uni<Integer> insert(
      String sql, Transaction transaction, String channel, ChannelPlan plan) {
    Instant until = plan.until();
    return transaction.update(
        sql,
        channel,
        plan.standing().name().toLowerCase(Locale.ROOT),
        plan.plan(),
        plan.book(),
        plan.bookVersion(),
        time(plan.since()),
        until == null ? null : time(until));
  }

  private static ChannelPlan plan(Fields row) {
    return new ChannelPlan(
        Standing.valueOf(row.string(0).toUpperCase(Locale.ROOT)),
        row.string(1),
        row.string(2),
        row.intValue(3),
        row.instant(4),
        row.instantOrNull(5));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A version of a price book. */
  record BookId(String id, int version) {
    static BookId of(Fields row) {
      return new BookId(row.string(0), row.intValue(1));
    }
  }
}
