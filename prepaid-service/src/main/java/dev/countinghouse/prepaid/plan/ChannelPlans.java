package dev.countinghouse.prepaid.plan;

import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of what channels are on. */
@ApplicationScoped
public class ChannelPlans {

  private static final String FIND =
      "select standing, plan, book, book_version, since, until from channel_plan"
          + " where channel_id = $1";

  private static final String PUT =
      """
      insert into channel_plan (channel_id, standing, plan, book, book_version, since, until)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (channel_id) do update set standing = excluded.standing, plan = excluded.plan,
        book = excluded.book, book_version = excluded.book_version, since = excluded.since,
        until = excluded.until
      where channel_plan.since <= excluded.since
      """;

  private static final String KEEP = PUT.substring(0, PUT.indexOf(" do update")) + " do nothing";

  /** What the channel is on, or null when no event has told. */
  public Uni<@Nullable ChannelPlan> find(Transaction transaction, String channel) {
    return transaction.selectFirst(FIND, channel).map(ChannelPlans::planOrNull);
  }

  /**
   * As {@link #find}, and orders and events of the channel wait for each other until the
   * transaction ends: two orders cannot share the same room (PRE-11), and none is made between a
   * period's start and its billing (PRE-13).
   */
  public Uni<@Nullable ChannelPlan> findAndLock(Transaction transaction, String channel) {
    return transaction.selectFirst(FIND + " for update", channel).map(ChannelPlans::planOrNull);
  }

  /** Stores what an event said; one that comes after a later one has no say, on Free neither. */
  public Uni<Void> put(Transaction transaction, String channel, ChannelPlan plan) {
    return write(transaction, PUT, channel, plan);
  }

  /** Stores what was asked for, unless an event has said more meanwhile. */
  public Uni<Void> putIfUnknown(Transaction transaction, String channel, ChannelPlan plan) {
    return write(transaction, KEEP, channel, plan);
  }

  /** On Free from {@code at} on; the book stays. */
  public Uni<Void> toFree(Transaction transaction, String channel, Instant at) {
    return transaction
        .update(
            "update channel_plan set standing = 'free', plan = 'free', since = $2, until = null"
                + " where channel_id = $1 and since <= $2",
            channel,
            at.atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  private static Uni<Void> write(
      Transaction transaction, String sql, String channel, ChannelPlan plan) {
    return transaction
        .update(
            sql,
            channel,
            plan.standing().name().toLowerCase(Locale.ROOT),
            plan.plan(),
            plan.book(),
            plan.bookVersion(),
            plan.since().atOffset(ZoneOffset.UTC),
            timeOrNull(plan.until()))
        .replaceWithVoid();
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable ChannelPlan planOrNull(@Nullable Fields row) {
    return row == null
        ? null
        : new ChannelPlan(
            Standing.valueOf(row.string(0).toUpperCase(Locale.ROOT)),
            row.string(1),
            row.string(2),
            row.intValue(3),
            row.instant(4),
            row.instantOrNull(5));
  }
}
