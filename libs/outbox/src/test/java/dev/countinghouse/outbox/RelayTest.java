package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.localstack.testing.StackTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class RelayTest {

  @Inject Pool pool;
  @Inject Vertx vertx;
  @Inject OutboxConfig config;
  @Inject Books books;
  @Inject KafkaEventPublisher kafka;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> broker;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private final List<Relay> relays = new ArrayList<>();
  private final List<NotificationListener> listeners = new ArrayList<>();
  private final List<Runnable> ends = new CopyOnWriteArrayList<>();
  private final String run = Ids.create("run") + "-";

  @BeforeEach
  void empty() {
    books.execute("delete from outbox");
  }

  @AfterEach
  void stop() {
    listeners.forEach(NotificationListener::stop);
    List<Uni<Void>> stopping = relays.stream().map(Relay::stop).toList();
    ends.forEach(Runnable::run);
    stopping.forEach(Books::get);
  }

  @Test
  @DisplayName(
      "SYS-1 a relay that dies between publish and mark: duplicates come, order holds, nothing is"
          + " lost, and the inbox applies each once")
  void crash() {
    // Given rows of ten keys and a relay that dies after Kafka took its first round
    List<String> keys = IntStream.range(0, 10).mapToObj(n -> run + n).toList();
    keys.forEach(key -> Books.get(books.append(key, 20)));
    try (TopicTail tail = tail()) {
      AtomicInteger published = new AtomicInteger();
      Relay dying = relay(rows -> kafka.publish(rows).chain(sent -> die(published, rows)));
      dying.wake();
      await().atMost(Books.PATIENCE).until(() -> published.get() > 0);
      Books.get(dying.stop());

      // When another takes over
      relay(kafka).wake();

      // Then
      await().atMost(Books.PATIENCE).until(() -> books.count("select count(*) from outbox") == 0);
      List<ConsumerRecord<String, String>> records = tail.drain();
      assertThat(records).hasSize(200 + published.get());
      TopicTail.sequences(records)
          .forEach((key, came) -> assertThat(firstTimes(came)).isEqualTo(upTo(20)));
      keys.forEach(this::assertAppliedOnce);
    }
  }

  @Test
  @DisplayName(
      "SYS-1 three relays at once over 20,000 rows and 500 keys: each row comes once and the order"
          + " of every key holds")
  void threeRelays() {
    // Given three relays at work, on the same tables
    for (int pod = 0; pod < 3; pod++) {
      listenWith(relay(new KafkaEventPublisher(broker, "messaging", config, vertx)));
    }
    try (TopicTail tail = tail()) {

      // When eight writers append 20,000 rows to 500 keys
      Map<String, Integer> written = write(20_000, 500);

      // Then
      List<ConsumerRecord<String, String>> records = tail.await(20_000);
      Map<String, List<Long>> came = TopicTail.sequences(records);
      assertThat(records).hasSize(20_000);
      assertThat(came).hasSameSizeAs(written);
      written.forEach((key, count) -> assertThat(came.get(key)).isEqualTo(upTo(count)));
      await().atMost(Books.PATIENCE).until(() -> books.count("select count(*) from outbox") == 0);
    }
  }

  @Test
  @DisplayName("nothing is marked as sent before Kafka has acknowledged it")
  void refused() {
    // Given a Kafka that takes the first two rows of a key and no more, once
    String key = run + "half";
    Books.get(books.append(key, 5));
    AtomicInteger calls = new AtomicInteger();
    Relay relay = relay(rows -> calls.incrementAndGet() == 1 ? half(rows) : stuck());

    // When
    relay.wake();

    // Then
    await().atMost(Books.PATIENCE).until(() -> calls.get() == 2);
    assertThat(books.waiting(key)).containsExactly(3L, 4L, 5L);
  }

  @Test
  @DisplayName("appending to a key does not wait for a relay that is publishing that key")
  void appendWhilePublishing() {
    // Given a relay that waits for Kafka with the key claimed
    String key = run + "busy";
    Books.get(books.append(key, 1));
    AtomicInteger calls = new AtomicInteger();
    relay(
            rows -> {
              calls.incrementAndGet();
              return stuck();
            })
        .wake();
    await().atMost(Books.PATIENCE).until(() -> calls.get() == 1);

    // When
    long sequence = Books.get(books.append(key, 1));

    // Then
    assertThat(sequence).isEqualTo(2);
  }

  @Test
  @DisplayName("a relay is woken by the commit, long before its slow poll")
  void woken() {
    // Given a relay that never polls
    listenWith(relay(kafka));
    String key = run + "woken";

    // When
    Books.get(books.append(key, 1));

    // Then
    await().atMost(Books.PATIENCE).until(() -> books.waiting(key).isEmpty());
  }

  @Test
  @DisplayName("a listener whose connection is cut listens again")
  void listensAgain() {
    // Given a listening relay whose connection the database ends
    listenWith(relay(kafka));
    String listening =
        "select count(*) from pg_stat_activity where query = 'listen outbox' and datname ="
            + " current_database()";
    await().atMost(Books.PATIENCE).until(() -> books.count(listening) == 1);
    books.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen outbox' and"
            + " datname = current_database()");
    await().atMost(Books.PATIENCE).until(() -> books.count(listening) == 1);
    String key = run + "again";

    // When
    Books.get(books.append(key, 1));

    // Then
    await().atMost(Books.PATIENCE).until(() -> books.waiting(key).isEmpty());
  }

  private Relay relay(EventPublisher publisher) {
    Relay relay = new Relay(pool, publisher, config.relay(), vertx, relayed -> {});
    relays.add(relay);
    return relay;
  }

  private void listenWith(Relay relay) {
    NotificationListener listener = new NotificationListener(pool, vertx, "outbox", relay::wake);
    listener.start();
    listeners.add(listener);
  }

  private TopicTail tail() {
    return new TopicTail(bootstrap, ServiceName.MESSAGING.topic(), run);
  }

  private Map<String, Integer> write(int rows, int keys) {
    Random random = new Random(4711);
    Map<String, Integer> written = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (int transaction = 0; transaction < rows / 4; transaction++) {
      String key = run + (transaction < keys ? transaction : random.nextInt(keys));
      written.merge(key, 4, Integer::sum);
      order.add(key);
    }
    Books.get(
        Multi.createFrom()
            .iterable(order)
            .onItem()
            .transformToUni(key -> books.append(key, 4))
            .merge(8)
            .collect()
            .asList());
    return written;
  }

  private void assertAppliedOnce(String key) {
    await().atMost(Books.PATIENCE).until(() -> books.consumed(key) == 20);
    assertThat(books.effects(key)).isEqualTo(upTo(20));
  }

  private static Uni<EventPublisher.Acknowledged> die(
      AtomicInteger published, List<OutboxRow> rows) {
    published.addAndGet(rows.size());
    return Uni.createFrom().failure(new IllegalStateException("killed"));
  }

  private static Uni<EventPublisher.Acknowledged> half(List<OutboxRow> rows) {
    Map<String, Long> upTo = Map.of(rows.get(0).key(), 2L);
    return Uni.createFrom()
        .item(new EventPublisher.Acknowledged(upTo, new IllegalStateException("no leader")));
  }

  /** Ends when the relay is stopped at the end of the test, for its claim must be seen to last. */
  private Uni<EventPublisher.Acknowledged> stuck() {
    return Uni.createFrom().emitter(emitter -> ends.add(() -> emitter.fail(new Exception("end"))));
  }

  private static List<Long> firstTimes(List<Long> sequences) {
    return List.copyOf(new LinkedHashSet<>(sequences));
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
