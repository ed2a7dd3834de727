package dev.countinghouse.subscription.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing is ever paid back by an id that nobody knows (PU-4): a question that is
 * still on its way finds it declined.
 */
@ApplicationScoped
class VoidRefund {

  private final Transactions transactions;
  private final ChannelClock clock;

  VoidRefund(Transactions transactions, ChannelClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Voids the id; a refund that is known stays as it is, and the answer says how far it is. */
  Uni<RefundAnswer> voidUnknown(String channel, String id) {
    return clock
        .now(channel)
        .chain(known -> transactions.run(tx -> locked(channel, id)))
        .map(Refund::answer);
  }

  private static Uni<Refund> locked(String channel, String id) {
    return Channel.lock(channel)
        .chain(() -> Refund.of(channel, id))
        .chain(known -> orVoided(known, channel, id));
  }

  private static Uni<Refund> orVoided(@Nullable Refund known, String channel, String id) {
    return known == null
        ? Refund.voided(channel, id).<Refund>persist()
        : Uni.createFrom().item(known);
  }
}
