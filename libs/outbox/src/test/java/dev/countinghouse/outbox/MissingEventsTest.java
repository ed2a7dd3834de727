package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that were emitted and of which nothing can be read here. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class MissingEventsTest {

  private static final String SOURCE = ServiceName.MESSAGING.id();
  private static final String FINE = "{\"number\":1,\"failures\":0}";

  @Inject Books books;
  @Inject ProgressTable progress;
  @Inject MissingEvents missing;
  @Inject Transactions transactions;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private final String key = Ids.create(Ids.CHANNEL);
  private Topic topic;

  /** No relay runs: what is emitted does not come. */
  @BeforeEach
  void emitThree() {
    Books.get(books.append(key, 3));
    topic = new Topic(bootstrap, ServiceName.MESSAGING.topic());
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  @DisplayName("the next event that was emitted and never came is forgiven, and never applied")
  void forgiven() {
    // Given
    put(1);
    await().atMost(Books.PATIENCE).until(() -> books.consumed(key) == 1);
    assertThat(isNext(2)).isTrue();

    // When
    boolean first = forgive(2);
    boolean second = forgive(2);

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(Books.get(progress.read(key))).isEqualTo(new Progress(3, Map.of(SOURCE, 2L), 0));
    put(2);
    put(3);
    await().atMost(Books.PATIENCE).until(() -> books.consumed(key) == 3);
    assertThat(books.effects(key)).containsExactly(1L, 3L);
  }

  @Test
  @DisplayName("the first event of a source is forgiven like any other")
  void theFirst() {
    assertThat(isNext(1)).isTrue();
    assertThat(forgive(1)).isTrue();
    assertThat(books.consumed(key)).isEqualTo(1);
  }

  @Test
  @DisplayName("what is not the very next event of its source is not forgiven")
  void notTheNext() {
    put(1);
    await().atMost(Books.PATIENCE).until(() -> books.consumed(key) == 1);

    assertThat(isNext(1)).isFalse();
    assertThat(isNext(3)).isFalse();
    assertThat(forgive(1)).isFalse();
    assertThat(forgive(3)).isFalse();
    assertThat(books.consumed(key)).isEqualTo(1);
  }

  @Test
  @DisplayName("what was not emitted, and what is not consumed here, is not missing")
  void notEmitted() {
    for (long sequence = 1; sequence <= 3; sequence++) {
      put(sequence);
    }
    await().atMost(Books.PATIENCE).until(() -> books.consumed(key) == 3);

    assertThat(isNext(4)).isFalse();
    assertThat(isNext("metering", 1)).isFalse();
    assertThat(isNext("nobody", 1)).isFalse();
  }

  private void put(long sequence) {
    topic.putOf(SOURCE, key, sequence, Happening.TYPE, FINE);
  }

  private boolean isNext(long sequence) {
    return isNext(SOURCE, sequence);
  }

  private boolean isNext(String source, long sequence) {
    return Books.get(missing.isNext(key, source, sequence));
  }

  private boolean forgive(long sequence) {
    return Books.get(
        transactions.run(transaction -> missing.forgive(transaction, key, SOURCE, sequence)));
  }
}
