package dev.countinghouse.metering.topic;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.metering.domain.CountableEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts accepted events on the topic (SYS-1). */
@ApplicationScoped
public class UsagePublisher {

  private final UsageProducer producer;
  private final UsageTopic topic;
  private final TraceHeaders traces;

  public UsagePublisher(UsageProducer producer, UsageTopic topic, TraceHeaders traces) {
    this.producer = producer;
    this.topic = topic;
    this.traces = traces;
  }

  /** Completes when Kafka has every event; fails when it is not known to have one of them. */
  public Uni<Void> publish(List<CountableEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Headers headers = traces.inject(contentType());
    return topic
        .describe()
        .map(usage -> events.stream().map(e -> record(e, usage.partitions(), headers)).toList())
        .chain(producer::sendAll);
  }

  private static ProducerRecord<byte[], byte[]> record(
      CountableEvent event, int partitions, Headers headers) {
    return new ProducerRecord<>(
        Topics.USAGE,
        UsageKey.partition(event.channel(), partitions),
        UsageKey.of(event.channel()),
        UsageRecord.write(event),
        headers);
  }

  private static Headers contentType() {
    byte[] type = UsageRecord.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8);
    return new RecordHeaders().add("content-type", type);
  }
}
