package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/** Makes the journal's partitions of the months to come; any pod may, any number of times. */
@ApplicationScoped
public class MakePartitions {

  private static final String MAKE =
      "select make_month_partition('pu_transfer', ($1::date + make_interval(months => ahead))::date)"
          + " from generate_series(0, $2) as ahead";

  /**
   * A new partition waits until nobody reads the journal, and who writes to it waits behind: rather
   * tomorrow, for months are ahead.
   */
  private static final String BRIEFLY = "select set_config('lock_timeout', '2s', true)";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final PrepaidLimits limits;

  MakePartitions(Transactions transactions, ChannelClock clock, PrepaidLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.limits = limits;
  }

  @Scheduled(identity = "pu-transfer-partitions", every = "24h", delayed = "1h")
  Uni<Void> make() {
    return transactions
        .run(transaction -> transaction.select(BRIEFLY).chain(() -> make(transaction)))
        .replaceWithVoid();
  }

  private Uni<List<Fields>> make(Transaction transaction) {
    return transaction.select(
        MAKE, clock.systemNow().atOffset(ZoneOffset.UTC).toLocalDate(), limits.partitionsAhead());
  }
}
