package dev.countinghouse.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.member.Member;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class SharedTransactionTest {

  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");
  private static final String ROWS =
      "select (select count(*) from member where channel = $1),"
          + " (select count(*) from outbox_key where key = $1)";

  @Inject Transactions transactions;
  @Inject Outbox outbox;

  @Test
  @RunOnVertxContext
  @DisplayName("SYS-1 an entity and its outbox row commit together")
  void commitsTogether(UniAsserter asserter) {
    asserter.execute(() -> transactions.run(tx -> write(tx, "ch_commit")));

    asserter.assertThat(() -> rows("ch_commit"), rows -> assertThat(rows).isEqualTo("1/1"));
  }

  @Test
  @RunOnVertxContext
  @DisplayName("SYS-1 an entity and its outbox row roll back together")
  void rollsBackTogether(UniAsserter asserter) {
    asserter.assertFailedWith(
        () ->
            transactions.run(
                tx ->
                    write(tx, "ch_rollback")
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop")))),
        IllegalStateException.class);

    asserter.assertThat(() -> rows("ch_rollback"), rows -> assertThat(rows).isEqualTo("0/0"));
  }

  private Uni<Long> write(Transaction transaction, String channel) {
    return Member.of(channel, "someone", Role.OWNER, NOW)
        .persist()
        .chain(() -> outbox.append(transaction, event(channel)));
  }

  private Uni<String> rows(String channel) {
    return transactions
        .run(tx -> tx.select(ROWS, channel))
        .map(rows -> rows.get(0).longValue(0) + "/" + rows.get(0).longValue(1));
  }

  private static OutgoingEvent event(String channel) {
    return new OutgoingEvent(channel, "test.written", Map.of("channel", channel), NOW);
  }
}
