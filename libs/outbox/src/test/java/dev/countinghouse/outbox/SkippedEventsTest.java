package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of an event that went to the dead letters. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class SkippedEventsTest {

  private static final String FINE = "{\"number\":1,\"failures\":0}";

  /** It fails as often as an event is tried, and then no more. */
  private static final String FAILS_THREE_TIMES = "{\"number\":1,\"failures\":3}";

  @Inject Books books;
  @Inject ProgressTable progress;
  @Inject SkippedEvents skipped;
  @Inject Transactions transactions;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private final String key = Ids.create("key");
  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrap, ServiceName.MESSAGING.topic());
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  @DisplayName("an event that was skipped is told in the progress, the first of each source")
  void isTold() {
    // Given / When
    topic.put(key, 1, Happening.TYPE, FINE);
    topic.put(key, 2, Happening.POISON, FINE);
    topic.put(key, 3, Happening.POISON, FINE);
    topic.put(key, 4, Happening.TYPE, FINE);

    // Then
    awaitConsumed(4);
    assertThat(progress()).isEqualTo(new Progress(0, consumed(4), 0, consumed(2)));
    assertThat(unsettled())
        .extracting(SkippedEvent::sequence, SkippedEvent::reason, SkippedEvent::time)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                2L, "no account can take it", Instant.parse("2024-03-05T00:00:00Z")));
  }

  @Test
  @DisplayName("a dead letter that is sent again is applied once, and nothing is skipped any more")
  void sentAgain() {
    // Given
    topic.put(key, 1, Happening.TYPE, FAILS_THREE_TIMES);
    topic.put(key, 2, Happening.TYPE, FINE);
    awaitConsumed(2);
    assertThat(progress().skipped()).isEqualTo(consumed(1));

    // When
    topic.put(key, 1, Happening.TYPE, FAILS_THREE_TIMES);
    topic.put(key, 1, Happening.TYPE, FAILS_THREE_TIMES);
    topic.put(key, 3, Happening.TYPE, FINE);

    // Then
    awaitConsumed(3);
    assertThat(progress().skipped()).isEmpty();
    assertThat(books.effects(key)).containsExactly(2L, 1L, 3L);
  }

  @Test
  @DisplayName("a skipped event is applied from what was kept of it, once")
  void appliedAfterAll() {
    // Given
    topic.put(key, 1, Happening.TYPE, FAILS_THREE_TIMES);
    awaitConsumed(1);

    // When
    boolean first = apply(1);
    boolean second = apply(1);

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(books.effects(key)).containsExactly(1L);
    assertThat(progress().skipped()).isEmpty();
    assertThat(unsettled()).isEmpty();
  }

  @Test
  @DisplayName("a skipped event that still cannot be applied stays skipped")
  void stillFails() {
    // Given
    topic.put(key, 1, Happening.POISON, FINE);
    awaitConsumed(1);

    // When / Then
    assertThatThrownBy(() -> apply(1)).isInstanceOf(PermanentFailure.class);
    assertThat(progress().skipped()).isEqualTo(consumed(1));
    assertThat(books.effects(key)).isEmpty();
  }

  @Test
  @DisplayName("a skipped event that is forgiven is never applied")
  void forgiven() {
    // Given
    topic.put(key, 1, Happening.TYPE, FAILS_THREE_TIMES);
    awaitConsumed(1);

    // When
    Books.get(transactions.run(transaction -> skipped.forgive(transaction, key, Topic.SOURCE, 1)));

    // Then
    topic.put(key, 1, Happening.TYPE, FINE);
    topic.put(key, 2, Happening.TYPE, FINE);
    awaitConsumed(2);
    assertThat(progress().skipped()).isEmpty();
    assertThat(apply(1)).isFalse();
    assertThat(books.effects(key)).containsExactly(2L);
  }

  private boolean apply(long sequence) {
    return Books.get(
        transactions.run(transaction -> skipped.apply(transaction, key, Topic.SOURCE, sequence)));
  }

  private List<SkippedEvent> unsettled() {
    return Books.get(transactions.run(transaction -> skipped.open(transaction, key, "", 0, 10)));
  }

  private Progress progress() {
    return Books.get(progress.read(key));
  }

  private static Map<String, Long> consumed(long sequence) {
    return Map.of(Topic.SOURCE, sequence);
  }

  private void awaitConsumed(long sequence) {
    await()
        .atMost(Books.PATIENCE)
        .until(() -> progress().consumed().getOrDefault(Topic.SOURCE, 0L) == sequence);
  }
}
