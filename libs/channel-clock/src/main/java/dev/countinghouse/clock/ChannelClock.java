package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Now of a channel. A channel that this service has not met yet is asked of subscription-service
 * once and remembered.
 */
public interface ChannelClock {

  /** Outside a transaction; null when there is no such channel. */
  Uni<@Nullable ChannelNow> find(String channel);

  /**
   * As {@link #find}, but an unknown channel is a {@link UnknownChannel} (404 {@code
   * channel.not-found}).
   */
  Uni<ChannelNow> now(String channel);

  /**
   * Inside a transaction, by its connection; only for a channel that {@link #find} has met or that
   * {@link #register} wrote (an event's handler may count on it: the inbox meets the channel before
   * it opens the transaction).
   */
  Uni<ChannelNow> now(Transaction transaction, String channel);

  /** Remembers a channel; repeated, it changes nothing. */
  Uni<Void> register(Transaction transaction, ChannelView channel);

  /** Now of the system, for what belongs to no channel (leases, idempotency keys, tokens). */
  java.time.Instant systemNow();
}
