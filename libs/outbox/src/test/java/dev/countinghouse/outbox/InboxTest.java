package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.testing.StackTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class InboxTest {

  private static final String TOPIC = ServiceName.MESSAGING.topic();
  private static final String FINE = "{\"number\":1,\"failures\":0}";

  @Inject Pool pool;
  @Inject Books books;
  @Inject EffectHandler handler;
  @Inject KnownKeys known;
  @Inject KafkaClientService kafka;
  @Inject MeterRegistry registry;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private final String key = Ids.create("key");
  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrap, TOPIC);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  @DisplayName(
      "an event at or below the sequence already applied for its source and key changes nothing")
  void duplicates() {
    // Given
    double before = count("countinghouse.inbox.duplicates");

    // When
    for (long sequence : new long[] {1, 1, 2, 1, 2, 3}) {
      topic.put(key, sequence, Happening.TYPE, FINE);
    }

    // Then
    awaitConsumed(3);
    assertThat(books.effects(key)).containsExactly(1L, 2L, 3L);
    assertThat(count("countinghouse.inbox.duplicates") - before).isEqualTo(3);
  }

  @Test
  @DisplayName("replaying a whole topic has no second effect")
  void replay() {
    // Given ten applied events of each of twenty keys
    for (int sequence = 1; sequence <= 10; sequence++) {
      for (int number = 0; number < 20; number++) {
        topic.put(key + number, sequence, Happening.TYPE, FINE);
      }
    }
    for (int number = 0; number < 20; number++) {
      String each = key + number;
      await().atMost(Books.PATIENCE).until(() -> consumed(each) == 10);
    }
    double before = count("countinghouse.inbox.duplicates");

    // When
    Books.get(
        kafka
            .getConsumer("inbox")
            .runOnPollingThread(
                consumer -> {
                  consumer.seekToBeginning(consumer.assignment());
                }));

    // Then
    await()
        .atMost(Books.PATIENCE)
        .until(() -> count("countinghouse.inbox.duplicates") - before >= 200);
    for (int number = 0; number < 20; number++) {
      assertThat(books.effects(key + number))
          .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    }
  }

  @Test
  @DisplayName(
      "an event that cannot be applied goes to the dead-letter topic with its reason and the"
          + " sequence goes on")
  void poison() {
    try (TopicTail letters = letters()) {
      // Given / When
      topic.put(key, 1, Happening.TYPE, FINE);
      topic.put(key, 2, Happening.POISON, FINE);
      topic.put(key, 3, Happening.TYPE, FINE);

      // Then
      awaitConsumed(3);
      assertThat(books.effects(key)).containsExactly(1L, 3L);
      ConsumerRecord<String, String> letter = letters.await(1).get(0);
      assertThat(letter.value()).isEqualTo(FINE);
      assertThat(TopicTail.header(letter, "ce_sequence")).isEqualTo("2");
      assertThat(TopicTail.header(letter, "dead-letter-reason"))
          .isEqualTo("no account can take it");
      assertThat(TopicTail.header(letter, "dead-letter-exception"))
          .isEqualTo(PermanentFailure.class.getName());
      assertThat(TopicTail.header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
      assertThat(TopicTail.header(letter, "dead-letter-partition")).matches("\\d+");
      assertThat(TopicTail.header(letter, "dead-letter-offset")).matches("\\d+");
      assertThat(TopicTail.header(letter, "dead-letter-consumer")).isEqualTo("messaging");
    }
  }

  @Test
  @DisplayName("data that is not the record it should be goes to the dead letters at once")
  void unreadableData() {
    try (TopicTail letters = letters()) {
      // Given / When
      topic.put(key, 1, Happening.TYPE, "{\"number\":\"many\"}");

      // Then
      awaitConsumed(1);
      assertThat(TopicTail.header(letters.await(1).get(0), "dead-letter-reason"))
          .startsWith("data is no Happening");
      assertThat(books.effects(key)).isEmpty();
    }
  }

  @Test
  @DisplayName("a record that is no event goes to the dead letters and the key goes on")
  void noEvent() {
    try (TopicTail letters = letters()) {
      // Given / When
      topic.putBare(key, "hello");
      topic.put(key, 1, Happening.TYPE, FINE);

      // Then
      awaitConsumed(1);
      assertThat(TopicTail.header(letters.await(1).get(0), "dead-letter-reason"))
          .isEqualTo("the header ce_id is missing");
    }
  }

  @Test
  @DisplayName("a failure that passes is retried in a new transaction, then applied once")
  void flaky() {
    // Given / When two of the three attempts fail after they have written
    topic.put(key, 1, Happening.TYPE, "{\"number\":1,\"failures\":2}");
    topic.put(key, 2, Happening.TYPE, FINE);

    // Then
    awaitConsumed(2);
    assertThat(handler.attempts("evt-" + key + "-1")).isEqualTo(3);
    assertThat(books.effects(key)).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("a failure that does not pass is dead-lettered after the configured attempts")
  void exhausted() {
    try (TopicTail letters = letters()) {
      // Given / When
      topic.put(key, 1, Happening.TYPE, "{\"number\":1,\"failures\":99}");

      // Then
      awaitConsumed(1);
      assertThat(handler.attempts("evt-" + key + "-1")).isEqualTo(3);
      assertThat(TopicTail.header(letters.await(1).get(0), "dead-letter-reason"))
          .isEqualTo("attempt 3 fails");
      assertThat(books.effects(key)).isEmpty();
    }
  }

  @Test
  @DisplayName("an outage is waited out however long it takes, and nothing is dead-lettered")
  void outage() {
    // Given an outage of more attempts than an event has
    known.breakFor(key, 10);

    // When
    topic.put(key, 1, Happening.TYPE, FINE);

    // Then
    awaitConsumed(1);
    assertThat(books.effects(key)).containsExactly(1L);
  }

  @Test
  @DisplayName("the inbox introduces a key before it applies an event of it")
  void introduces() {
    // Given / When
    topic.put(key, 1, Happening.TYPE, FINE);

    // Then
    awaitConsumed(1);
    assertThat(known.has(key)).isTrue();
  }

  @Test
  @DisplayName("an event that no handler wants is remembered all the same")
  void unwanted() {
    // Given / When
    topic.put(key, 1, Happening.UNWANTED, "{}");

    // Then
    awaitConsumed(1);
    assertThat(known.has(key)).isFalse();
  }

  @Test
  @DisplayName("a gap is applied and counted")
  void gap() {
    // Given
    double before = count("countinghouse.inbox.missing");

    // When
    topic.put(key, 1, Happening.TYPE, FINE);
    topic.put(key, 4, Happening.TYPE, FINE);

    // Then
    awaitConsumed(4);
    assertThat(books.effects(key)).containsExactly(1L, 4L);
    assertThat(count("countinghouse.inbox.missing") - before).isEqualTo(2);
  }

  private TopicTail letters() {
    return new TopicTail(bootstrap, Topics.deadLetter(TOPIC), key);
  }

  private void awaitConsumed(long sequence) {
    await().atMost(Books.PATIENCE).until(() -> consumed(key) == sequence);
  }

  private long consumed(String each) {
    String sql = "select last_sequence from inbox where key = $1 and source = $2";
    var rows = Books.get(pool.preparedQuery(sql).execute(Tuple.of(each, Topic.SOURCE)));
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
  }

  private double count(String counter) {
    return registry.find(counter).tag("source", Topic.SOURCE).counters().stream()
        .mapToDouble(found -> found.count())
        .sum();
  }
}
