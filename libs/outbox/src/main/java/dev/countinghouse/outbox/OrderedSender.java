package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that on each partition nothing overtakes what failed. An idempotent producer
 * alone does not promise that: when a batch runs out of time, the batches behind it still go. So
 * one request at a time is under way on a connection, and the first failure closes the producer
 * from its own thread, which drops what waits behind; the next send makes a new one.
 */
final class OrderedSender {

  private final Supplier<Producer<String, String>> maker;
  private final Vertx vertx;
  private @Nullable Producer<String, String> producer;

  OrderedSender(
      Map<String, Object> kafka, String clientId, OutboxConfig.Relay limits, Vertx vertx) {
    this(maker(settings(kafka, clientId, limits)), vertx);
  }

  OrderedSender(Supplier<Producer<String, String>> maker, Vertx vertx) {
    this.maker = maker;
    this.vertx = vertx;
  }

  /** Sends in that order. Calls may overlap; a failure of one may then fail the others too. */
  Uni<SendOutcome> send(List<ProducerRecord<String, String>> records) {
    return Uni.createFrom()
        .completionStage(() -> onWorker(records))
        .onFailure()
        .recoverWithItem(failure -> SendOutcome.nothing(failure));
  }

  /** Sends what is buffered, at most for that long. */
  synchronized void close(Duration atMost) {
    if (producer != null) {
      producer.close(atMost);
      producer = null;
    }
  }

  private CompletionStage<SendOutcome> onWorker(List<ProducerRecord<String, String>> records) {
    // A send may block for metadata, and so may not run on an event loop.
    return vertx
        .<CompletionStage<SendOutcome>>executeBlocking(() -> start(records), false)
        .toCompletionStage()
        .thenCompose(outcome -> outcome);
  }

  private CompletionStage<SendOutcome> start(List<ProducerRecord<String, String>> records) {
    Producer<String, String> current = producer();
    Sending sending = new Sending(current, records.size(), () -> discard(current));
    for (int index = 0; index < records.size(); index++) {
      sending.send(index, records.get(index));
    }
    return sending.outcome();
  }

  private synchronized Producer<String, String> producer() {
    Producer<String, String> current = producer;
    if (current == null) {
      current = maker.get();
      producer = current;
    }
    return current;
  }

  private void discard(Producer<String, String> broken) {
    synchronized (this) {
      if (producer == broken) {
        producer = null;
      }
    }
    broken.close(Duration.ZERO);
  }

  private static Supplier<Producer<String, String>> maker(Map<String, Object> settings) {
    return () -> new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static Map<String, Object> settings(
      Map<String, Object> kafka, String clientId, OutboxConfig.Relay limits) {
    Map<String, Object> all = new HashMap<>(kafka);
    int delivery = Math.toIntExact(limits.deliveryTimeout().toMillis());
    all.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limits.maxBlock().toMillis());
    return all;
  }

  /** The records of one call, each acknowledged or failed exactly once. */
  private static final class Sending {
    private final Producer<String, String> producer;
    private final Runnable onFailure;
    private final boolean[] acknowledged;
    private final CompletableFuture<SendOutcome> outcome = new CompletableFuture<>();
    private int open;
    private @Nullable Throwable failure;

    Sending(Producer<String, String> producer, int size, Runnable onFailure) {
      this.producer = producer;
      this.acknowledged = new boolean[size];
      this.open = size;
      this.onFailure = onFailure;
      if (size == 0) {
        outcome.complete(new SendOutcome(acknowledged, null));
      }
    }

    CompletionStage<SendOutcome> outcome() {
      return outcome;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    void send(int index, ProducerRecord<String, String> record) {
      if (hasFailed()) {
        finished(index, failure);
        return;
      }
      try {
        producer.send(record, (metadata, cause) -> finished(index, cause));
      } catch (RuntimeException cause) {
        finished(index, cause);
      }
    }

    private synchronized boolean hasFailed() {
      return failure != null;
    }

    private void finished(int index, @Nullable Throwable cause) {
      if (cause != null && isFirst(cause)) {
        onFailure.run();
      }
      if (isLast(index, cause == null)) {
        outcome.complete(new SendOutcome(acknowledged, failure));
      }
    }

    private synchronized boolean isFirst(Throwable cause) {
      boolean isFirst = failure == null;
      failure = isFirst ? cause : failure;
      return isFirst;
    }

    private synchronized boolean isLast(int index, boolean isAcknowledged) {
      acknowledged[index] = isAcknowledged;
      open--;
      return open == 0;
    }
  }
}
