package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing is ever charged by an id that nobody knows (PU-4): a question that is
 * still on its way finds it declined.
 */
@ApplicationScoped
class VoidCharge {

  private final Transactions transactions;
  private final ChannelClock clock;

  VoidCharge(Transactions transactions, ChannelClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Voids the id; a charge that is known stays as it is, and the answer says how far it is. */
  Uni<ChargeAnswer> voidUnknown(String channel, String id) {
    return clock
        .now(channel)
        .chain(known -> transactions.run(tx -> locked(channel, id)))
        .map(Charge::answer);
  }

  private static Uni<Charge> locked(String channel, String id) {
    return Channel.lock(channel)
        .chain(() -> Charge.of(channel, id))
        .chain(known -> orVoided(known, channel, id));
  }

  private static Uni<Charge> orVoided(@Nullable Charge known, String channel, String id) {
    return known == null
        ? Charge.voided(channel, id).<Charge>persist()
        : Uni.createFrom().item(known);
  }
}
