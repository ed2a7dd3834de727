package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderedSenderTest {

  private final Vertx vertx = Vertx.vertx();
  private final Deque<MockProducer<String, String>> made = new ArrayDeque<>();
  private final OrderedSender sender = new OrderedSender(this::make, vertx);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  @DisplayName("what is acknowledged is told, record by record")
  void acknowledged() {
    // Given
    var sent = send("1", "2");

    // When
    producer().completeNext();
    producer().completeNext();

    // Then
    SendOutcome outcome = sent.join();
    assertThat(outcome.isAcknowledged(0)).isTrue();
    assertThat(outcome.isAcknowledged(1)).isTrue();
    assertThat(outcome.failure()).isNull();
  }

  @Test
  @DisplayName("the first failure closes the producer, so that nothing overtakes what failed")
  void failure() {
    // Given
    var sent = send("1", "2", "3");
    MockProducer<String, String> broken = producer();
    broken.completeNext();

    // When
    broken.errorNext(new TimeoutException("too late"));

    // Then the real producer fails what is behind; the next send goes to a new one
    assertThat(broken.closed()).isTrue();
    broken.errorNext(new IllegalStateException("closed"));
    SendOutcome outcome = sent.join();
    assertThat(outcome.isAcknowledged(0)).isTrue();
    assertThat(outcome.isAcknowledged(1)).isFalse();
    assertThat(outcome.isAcknowledged(2)).isFalse();
    assertThat(outcome.failure()).hasMessage("too late");
    var again = send("2", "3");
    assertThat(producer()).isNotSameAs(broken);
    producer().completeNext();
    producer().completeNext();
    assertThat(again.join().failure()).isNull();
  }

  @Test
  @DisplayName("a producer that cannot be made is a failure like any other")
  void noProducer() {
    // Given
    OrderedSender hopeless =
        new OrderedSender(
            () -> {
              throw new IllegalArgumentException("no bootstrap");
            },
            vertx);

    // When
    SendOutcome outcome = Books.get(hopeless.send(List.of(new ProducerRecord<>("t", "k", "1"))));

    // Then
    assertThat(outcome.isAcknowledged(0)).isFalse();
    assertThat(outcome.failure()).hasMessage("no bootstrap");
  }

  private CompletableFuture<SendOutcome> send(String... values) {
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    for (String value : values) {
      records.add(new ProducerRecord<>("t", "k", value));
    }
    int before = made.size();
    var sent = sender.send(records).subscribeAsCompletionStage();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> made.size() > before && producer().history().size() == values.length);
    return sent;
  }

  private MockProducer<String, String> producer() {
    return made.getLast();
  }

  private Producer<String, String> make() {
    made.add(new MockProducer<>(false, null, new StringSerializer(), new StringSerializer()));
    return made.getLast();
  }
}
