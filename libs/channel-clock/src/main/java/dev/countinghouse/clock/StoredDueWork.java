package dev.countinghouse.clock;

import static dev.countinghouse.clock.ChannelRows.timestamp;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Due work as rows of {@code due_work}. */
@ApplicationScoped
class StoredDueWork implements DueWork {

  private static final String INSERT = LiveDueWorkSql.INSERT;
  private static final String LIVE =
      "values ($1, $2, $3, $4::timestamptz, false, $4::timestamptz) ";

  // The lock on the clock's row: either the clock sees this row before it moves on, or this row
  // sees that the clock has passed it and becomes eligible at once.
  private static final String BY_THE_CLOCK =
      """
      select c.channel_id, $2, $3, $4::timestamptz, c.sandbox,
        case when not c.sandbox then $4::timestamptz
             when $4::timestamptz <= c.test_now then $5::timestamptz end
      from channel_clock c where c.channel_id = $1 for share
      """;
  private static final String OR_MOVE = LiveDueWorkSql.OR_MOVE;
  private static final String WITHDRAW =
      "delete from due_work where channel_id = $1 and kind = $2 and id = $3";
  private static final String FINISH = WITHDRAW + " and due_at = $4 and claimed_by = $5";

  private final StoredChannelClock clock;
  private final Pod pod;
  private final Wakeup wakeup;

  StoredDueWork(StoredChannelClock clock, Pod pod, Wakeup wakeup) {
    this.clock = clock;
    this.pod = pod;
    this.wakeup = wakeup;
  }

  @Override
  public Uni<Void> schedule(
      Transaction transaction, String channel, String kind, String id, Instant dueAt) {
    boolean live = clock.isKnownLive(channel);
    String sql = INSERT + (live ? LIVE : BY_THE_CLOCK) + OR_MOVE;
    return transaction
        .update(sql, arguments(live, channel, kind, id, dueAt))
        .onItem()
        .transformToUni(rows -> scheduled(rows, channel, dueAt));
  }

  @Override
  public Uni<Void> withdraw(Transaction transaction, String channel, String kind, String id) {
    return transaction.update(WITHDRAW, channel, kind, id).replaceWithVoid();
  }

  @Override
  public Uni<Void> finish(Transaction transaction, DueItem item) {
    return transaction
        .update(FINISH, item.channel(), item.kind(), item.id(), timestamp(item.dueAt()), pod.id())
        .replaceWithVoid();
  }

  private @Nullable Object[] arguments(
      boolean live, String channel, String kind, String id, Instant dueAt) {
    return live
        ? new Object[] {channel, kind, id, timestamp(dueAt)}
        : new Object[] {channel, kind, id, timestamp(dueAt), timestamp(clock.systemNow())};
  }

  private Uni<Void> scheduled(int rows, String channel, Instant dueAt) {
    if (rows == 0) {
      return Uni.createFrom().failure(new UnknownChannel(channel));
    }
    if (!dueAt.isAfter(clock.systemNow())) {
      wakeup.soon();
    }
    return Uni.createFrom().voidItem();
  }
}
