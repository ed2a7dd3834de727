package dev.countinghouse.subscription.closing;

import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The saga's second step: asks for the MAU that decides the tier, and stores the answer (MAU-6).
 */
@ApplicationScoped
class CountUsage {

  private final MauSource usage;
  private final Transactions transactions;

  CountUsage(MauSource usage, Transactions transactions) {
    this.usage = usage;
    this.transactions = transactions;
  }

  /** Outside a transaction; an answer that is stored already is not asked for again. */
  Uni<Void> count(Closing closing) {
    if (closing.step != Closing.Step.ASKING) {
      return Uni.createFrom().voidItem();
    }
    return ask(closing)
        .chain(mau -> transactions.run(tx -> store(closing.channel, closing.periodStart, mau)));
  }

  /** Without a full day yet nobody is asked: the lowest tier is that of no user. */
  private Uni<Long> ask(Closing closing) {
    return closing.mauOn == null
        ? Uni.createFrom().item(0L)
        : usage.mau(closing.channel, closing.mauOn);
  }

  private static Uni<Void> store(String channel, Instant start, long mau) {
    return Channel.lock(channel)
        .chain(() -> Closing.of(channel, start))
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no closing of " + start))
        .invoke(closing -> closing.count(mau))
        .replaceWithVoid();
  }
}
