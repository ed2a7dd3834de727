package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class PlansTest {

  private static final String PLANNED =
      "select generic_plans + custom_plans from pg_prepared_statements where statement = $1";

  @Inject Transactions transactions;
  @Inject Pool pool;

  @Test
  @DisplayName("a statement longer than the client's own limit is parsed once a connection")
  void remembered() {
    String sql = "select 1 /* " + "as long as a write of several tables ".repeat(200) + "*/";

    List<Fields> planned = await(transactions.run(transaction -> twice(transaction, sql)));

    assertThat(planned).extracting(row -> row.longValue(0)).containsExactly(2L);
  }

  @ParameterizedTest
  @MethodSource("statements")
  @DisplayName("the plan that is kept finds rows by their keys, however few there were at first")
  void byKey(String sql) {
    RowSet<Row> rows = await(pool.query("explain (generic_plan) " + sql).execute());

    List<String> plan = rows.stream().map(row -> row.getString(0)).toList();
    assertThat(plan)
        .anyMatch(step -> step.contains("_pkey"))
        .noneMatch(step -> step.contains("Seq Scan"));
  }

  static List<String> statements() {
    return List.of(
        StoreDecided.WRITE_UNLESS_CHANGED,
        StoreDecided.WRITE,
        AccountSnapshots.READ,
        AccountSnapshots.HOLDS,
        LoadAccount.LOTS,
        LoadAccount.HOLDS,
        RebuildBalances.PAGE);
  }

  private static Uni<List<Fields>> twice(Transaction transaction, String sql) {
    return transaction
        .select(sql)
        .chain(() -> transaction.select(sql))
        .chain(() -> transaction.select(PLANNED, sql));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(30));
  }
}
