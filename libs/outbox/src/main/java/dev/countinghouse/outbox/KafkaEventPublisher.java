package dev.countinghouse.outbox;

import dev.countinghouse.contracts.ServiceName;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes to the service's own topic. */
@ApplicationScoped
public class KafkaEventPublisher implements EventPublisher {

  private final ServiceName service;
  private final OutboxConfig config;
  private final OrderedSender sender;

  public KafkaEventPublisher(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "countinghouse.service") String service,
      OutboxConfig config,
      Vertx vertx) {
    this.service = ServiceName.of(service);
    this.config = config;
    this.sender = new OrderedSender(kafka, service + "-outbox", config.relay(), vertx);
  }

  @Override
  public Uni<Acknowledged> publish(List<OutboxRow> rows) {
    return sender.send(rows.stream().map(this::record).toList()).map(sent -> upTo(rows, sent));
  }

  @PreDestroy
  void close() {
    sender.close(config.relay().shutdownTimeout());
  }

  private ProducerRecord<String, String> record(OutboxRow row) {
    return CloudEventHeaders.write(service.topic(), service.id(), row);
  }

  private static Acknowledged upTo(List<OutboxRow> rows, SendOutcome sent) {
    Map<String, Long> upTo = new HashMap<>();
    Set<String> broken = new HashSet<>();
    for (int index = 0; index < rows.size(); index++) {
      OutboxRow row = rows.get(index);
      if (!sent.isAcknowledged(index)) {
        broken.add(row.key());
      } else if (!broken.contains(row.key())) {
        upTo.put(row.key(), row.sequence());
      }
    }
    return new Acknowledged(upTo, sent.failure());
  }
}
