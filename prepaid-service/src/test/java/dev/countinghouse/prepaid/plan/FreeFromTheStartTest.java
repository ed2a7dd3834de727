package dev.countinghouse.prepaid.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The migration of plans that were stored as of before. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class FreeFromTheStartTest {

  private static final Instant CREATED = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant PAID = Instant.parse("2024-02-01T00:00:00Z");
  private static final Instant ENDED = Instant.parse("2024-02-10T00:00:00Z");

  @Inject Transactions transactions;

  private final String channel = Ids.create(Ids.CHANNEL);

  @Test
  @DisplayName("SUB-1 a channel that never tried or paid has been on Free since before any clock")
  void neverPaid() {
    await(tx -> plan(tx, CREATED).chain(() -> period(tx, "free", CREATED, null)));

    migrate();

    assertThat(since()).isEqualTo(Instant.EPOCH);
    assertThat(firstPeriod()).isEqualTo(Instant.EPOCH);
  }

  @Test
  @DisplayName("PRE-12 a channel that has fallen to Free stays so from that instant on")
  void fallen() {
    await(
        tx ->
            plan(tx, ENDED)
                .chain(() -> period(tx, "free", CREATED, PAID))
                .chain(() -> period(tx, "paid", PAID, ENDED))
                .chain(() -> period(tx, "free", ENDED, null)));

    migrate();

    assertThat(since()).isEqualTo(ENDED);
    assertThat(firstPeriod()).isEqualTo(Instant.EPOCH);
    assertThat(instant("select max(starts_at) from billing_period where channel_id = $1"))
        .isEqualTo(ENDED);
  }

  private Uni<Integer> plan(Transaction transaction, Instant since) {
    return transaction.update(
        "insert into channel_plan values ($1, 'free', 'free', 'mau-2023', 1, $2, null)",
        channel,
        since.atOffset(ZoneOffset.UTC));
  }

  private Uni<Integer> period(
      Transaction transaction, String on, Instant from, @Nullable Instant to) {
    return transaction.update(
        "insert into billing_period values ($1, $2, $3, $4, $4, 'mau-2023', 1)",
        channel,
        from.atOffset(ZoneOffset.UTC),
        to == null ? null : to.atOffset(ZoneOffset.UTC),
        on);
  }

  private void migrate() {
    for (String statement : script().split(";\n")) {
      await(tx -> tx.update(statement));
    }
  }

  private static String script() {
    String path = "/db/migration/V13__free_from_the_start.sql";
    try (InputStream file = FreeFromTheStartTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private Instant since() {
    return instant("select since from channel_plan where channel_id = $1");
  }

  private Instant firstPeriod() {
    return instant("select min(starts_at) from billing_period where channel_id = $1");
  }

  private Instant instant(String sql) {
    return await(tx -> tx.select(sql, channel)).getFirst().instant(0);
  }

  private <T> T await(Function<Transaction, Uni<T>> work) {
    return transactions.run(work).await().atMost(Duration.ofSeconds(10));
  }
}
