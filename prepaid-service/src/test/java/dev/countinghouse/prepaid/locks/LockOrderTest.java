package dev.countinghouse.prepaid.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every transaction of every test of this service is held against the order of locks ({@link
 * WatchedTransactions}); here it is shown that one which breaks it is told of.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class LockOrderTest {

  private static final Instant NOW = Instant.parse("2024-01-10T00:00:00Z");

  private static final String TABLES =
      """
      select relname::text from pg_class where relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p') and not relispartition and relname <> 'flyway_schema_history'
      """;

  @Inject Transactions transactions;
  @Inject DecideOnAccount account;
  @Inject Lots lots;
  @Inject UsageScene scene;

  @Test
  @DisplayName("ADR 0010 a use case that takes a lot after the PU account is told of by name")
  void otherwise() {
    String channel = scene.channelOn("2024-01-10");
    String lot = scene.buy(channel, "workflow-action", 100, "2024-01-10");

    run(tx -> expire(tx, channel).chain(() -> lots.findForUpdate(tx, channel, lot)));

    assertThat(LockWatch.takeFaults())
        .hasSize(1)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("LockOrderTest.run: lot (Lots.findForUpdate) is taken after pu_account (");
  }

  @Test
  @DisplayName("ADR 0010 two lots are taken only by who holds the channel's usage")
  void twoLots() {
    String channel = scene.channelOn("2024-01-10");
    String one = scene.buy(channel, "workflow-action", 100, "2024-01-10");
    String other = scene.buy(channel, "workflow-action", 100, "2024-01-10");

    run(
        tx ->
            lots.findForUpdate(tx, channel, one)
                .chain(() -> lots.findForUpdate(tx, channel, other)));

    assertThat(LockWatch.takeFaults()).hasSize(1).allMatch(fault -> fault.contains("beside"));
  }

  @Test
  @DisplayName("ADR 0010 what stands behind a lock is not written without it")
  void behindAGate() {
    TakenLocks locks = new TakenLocks();

    take(locks, "delete from lot_window where channel_id = $1");
    take(locks, "select channel_id from usage_account where channel_id = $1 for update");
    take(locks, "delete from lot_window where channel_id = $1");

    assertThat(locks.faults()).containsExactly("lot_window (it) is taken without [usage_account]");
  }

  @Test
  @DisplayName("ADR 0010 an order may be placed under any lock, a lot may not be locked")
  void placed() {
    TakenLocks locks = new TakenLocks();

    take(locks, "select last_entry from pu_account where channel_id = $1 for update");
    take(locks, "insert into prepaid_order (channel_id) values ($1) on conflict do nothing");
    take(locks, "update lot set renew = false where channel_id = $1");

    assertThat(locks.faults()).containsExactly("lot (it) is taken after pu_account (it)");
  }

  private static void take(TakenLocks locks, String sql) {
    LockingStatement.of(sql).forEach(touched -> locks.take(touched, List.of("ch"), "it"));
  }

  @Test
  @DisplayName(
      "ADR 0010 every table has its place in the order, or behind a lock, or locks nothing")
  void everyTable() {
    List<String> tables =
        transactions.single(TABLES).await().atMost(Duration.ofSeconds(30)).stream()
            .map(row -> row.string(0))
            .toList();

    assertThat(tables).containsExactlyInAnyOrderElementsOf(inTheOrder());
  }

  private static Set<String> inTheOrder() {
    return Stream.of(
            LockOrder.GATES.stream(),
            LockOrder.GUARDED.keySet().stream(),
            LockOrder.SHARED.stream(),
            Stream.of("due_work"))
        .flatMap(some -> some)
        .collect(Collectors.toSet());
  }

  private Uni<?> expire(Transaction transaction, String channel) {
    return account.decide(transaction, channel, new LedgerCommand.ExpireDue(NOW));
  }

  private <T> void run(Function<Transaction, Uni<T>> work) {
    transactions.run(work).await().atMost(Duration.ofSeconds(30));
  }
}
