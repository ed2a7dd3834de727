package dev.countinghouse.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes records from Kafka. Keys go side by side, the events of a key one after another; the offset
 * is committed behind the oldest record that has not come to its end.
 */
@ApplicationScoped
public class InboxChannel {

  private final Delivery delivery;
  private final KeyedLanes lanes;
  private final Duration shutdownTimeout;
  private final Vertx vertx;

  public InboxChannel(Delivery delivery, InboxConfig config, Vertx vertx) {
    this.delivery = delivery;
    this.lanes = new KeyedLanes(config.concurrency());
    this.shutdownTimeout = config.shutdownTimeout();
    this.vertx = vertx;
  }

  /** Completes when there is a place for the next record. */
  @Incoming("inbox")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public Uni<Void> receive(Message<String> message) {
    ConsumerRecord<String, String> record = record(message);
    String key = record.key() == null ? "" : record.key();
    DuplicatedContext context = DuplicatedContext.currentOrNew(vertx);
    return lanes.add(key, () -> process(message, record, context));
  }

  /** Lets the records under way finish while the database is still there. */
  void stop(@Observes ShutdownEvent event) {
    Uni<Void> idle = lanes.stop();
    delivery.stop();
    idle.ifNoItem()
        .after(shutdownTimeout)
        .fail()
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  private Uni<Void> process(
      Message<String> message, ConsumerRecord<String, String> record, MessageContext context) {
    return delivery.deliver(record, context).chain(end -> acknowledge(message, end));
  }

  private static Uni<Void> acknowledge(Message<String> message, Delivery.End end) {
    return switch (end) {
      case DONE -> Uni.createFrom().completionStage(message.ack());
      case GIVEN_UP -> Uni.createFrom().voidItem();
    };
  }

  @SuppressWarnings("unchecked") // the deserializers are the library's own defaults
  private static ConsumerRecord<String, String> record(Message<String> message) {
    return message
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .map(metadata -> (ConsumerRecord<String, String>) metadata.getRecord())
        .orElseThrow(() -> new IllegalStateException("the channel inbox is not Kafka's"));
  }
}
