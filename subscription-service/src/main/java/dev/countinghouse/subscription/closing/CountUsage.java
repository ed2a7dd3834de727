package dev.countinghouse.subscription.closing;

import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The saga's second step: asks for the MAU that decides the tier (MAU-6) and the gauges (PRE-6) and
 * how far usage is counted, and stores the answers.
 */
@ApplicationScoped
class CountUsage {

  private final UsageSource usage;
  private final Transactions transactions;

  CountUsage(UsageSource usage, Transactions transactions) {
    this.usage = usage;
    this.transactions = transactions;
  }

  private record Answers(long mau, @Nullable Long countedUpTo) {}

  /** Outside a transaction; an answer that is stored already is not asked for again. */
  Uni<Void> count(Closing closing) {
    if (closing.step != Closing.Step.ASKING) {
      return Uni.createFrom().voidItem();
    }
    return mau(closing)
        .chain(mau -> countedUpTo(closing).map(sequence -> new Answers(mau, sequence)))
        .chain(answers -> transactions.run(tx -> store(closing, answers)));
  }

  /** Without a full day yet nobody is asked: the lowest tier is that of no user. */
  private Uni<Long> mau(Closing closing) {
    return closing.mauOn == null
        ? Uni.createFrom().item(0L)
        : usage.mau(closing.channel, closing.mauOn);
  }

  /** Null where no paid period ends: what was used in a trial is not billed. */
  private Uni<@Nullable Long> countedUpTo(Closing closing) {
    return closing.closed().isPresent()
        ? usage.counted(closing.channel)
        : Uni.createFrom().nullItem();
  }

  private static Uni<Void> store(Closing asked, Answers answers) {
    return Channel.lock(asked.channel)
        .chain(() -> Closing.begun(asked.channel, asked.periodStart))
        .invoke(closing -> closing.count(answers.mau(), answers.countedUpTo()))
        .replaceWithVoid();
  }
}
