package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.SessionTransactions;
import dev.countinghouse.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class OutboxTest {

  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject Books books;
  @Inject MeterRegistry registry;
  @Inject Vertx vertx;

  private final String key = Ids.create("key");

  @Test
  @DisplayName("SYS-1 what a transaction appended and then rolled back is nothing, without a gap")
  void rollback() {
    // Given
    Books.get(books.append(key, 1));

    // When
    Uni<Void> failing =
        transactions.run(
            transaction ->
                outbox
                    .append(transaction, Books.event(key, 2))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
    assertThatThrownBy(() -> Books.get(failing)).hasMessage("no");

    // Then
    assertThat(books.waiting(key)).containsExactly(1L);
    assertThat(Books.get(books.append(key, 1))).isEqualTo(2);
  }

  @Test
  @DisplayName("events of one key carry the sequence 1, 2, 3 … without a gap, whoever appends")
  void concurrent() {
    // Given / When twenty transactions of five events append to one key at once
    List<Long> last =
        Books.get(
            Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUni(number -> books.append(key, 5))
                .merge(20)
                .collect()
                .asList());

    // Then
    assertThat(last).containsExactlyInAnyOrderElementsOf(multiplesOf(5, 20));
    assertThat(books.waiting(key)).isEqualTo(multiplesOf(1, 100));
  }

  @Test
  @DisplayName("many events of several keys go in one statement, each key's in the order given")
  void many() {
    // Given
    String other = Ids.create("key");
    Books.get(books.append(key, 2));

    // When
    Uni<Void> all =
        transactions.run(
            transaction ->
                outbox.appendAll(
                    transaction,
                    List.of(
                        Books.event(key, 3),
                        Books.event(other, 1),
                        Books.event(key, 4),
                        Books.event(key, 5))));
    Books.get(all);

    // Then
    assertThat(books.waiting(key)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(books.waiting(other)).containsExactly(1L);
    assertThat(books.numbersSaid(key)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  @DisplayName("the outbox joins the transaction of a Hibernate session")
  void session() {
    // Given
    Transactions sessions = new SessionTransactions();
    DuplicatedContext context = DuplicatedContext.currentOrNew(vertx);

    // When
    long sequence =
        Books.get(
            context.run(
                () ->
                    sessions.run(
                        transaction ->
                            outbox
                                .append(transaction, Books.event(key, 1))
                                .chain(() -> outbox.append(transaction, Books.event(key, 2))))));

    // Then
    assertThat(sequence).isEqualTo(2);
    assertThat(books.waiting(key)).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("data beyond the limit is refused before it is written")
  void tooLarge() {
    // Given
    OutgoingEvent event =
        new OutgoingEvent(key, Happening.TYPE, "x".repeat(250_000), Books.event(key, 1).time());

    // When / Then
    assertThatThrownBy(() -> Books.get(books.append(event)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 250000");
    assertThat(books.waiting(key)).isEmpty();
  }

  @Test
  @DisplayName("backlog and age are metrics")
  void metrics() {
    // Given
    books.execute("delete from outbox");
    await().atMost(Books.PATIENCE).until(() -> gauge("countinghouse.outbox.backlog") == 0);

    // When
    Books.get(books.append(key, 7));

    // Then
    await().atMost(Books.PATIENCE).until(() -> gauge("countinghouse.outbox.backlog") == 7);
    await().atMost(Books.PATIENCE).until(() -> gauge("countinghouse.outbox.oldest.age") > 0.5);
    books.execute("delete from outbox");
    await().atMost(Books.PATIENCE).until(() -> gauge("countinghouse.outbox.oldest.age") == 0);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private static List<Long> multiplesOf(long step, int count) {
    return LongStream.rangeClosed(1, count).map(number -> number * step).boxed().toList();
  }
}
