package dev.countinghouse.metering.topic;

import dev.countinghouse.metering.UsageConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings of this service's clients, over the {@code kafka.*} of the configuration. */
@ApplicationScoped
public class KafkaSettings {

  private final Map<String, Object> broker;
  private final UsageConfig config;

  public KafkaSettings(
      @Identifier("default-kafka-broker") Map<String, Object> broker, UsageConfig config) {
    this.broker = broker;
    this.config = config;
  }

  Map<String, Object> admin() {
    Map<String, Object> settings = client("admin");
    int answer = millis(config.reading().brokerAnswer());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, answer);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, answer);
    return settings;
  }

  /** SYS-1: {@code acks=all}; idempotent, so that a retry of the client repeats nothing. */
  Map<String, Object> producer() {
    Map<String, Object> settings = client("usage");
    int acknowledgement = millis(config.intake().acknowledgement());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, acknowledgement);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, acknowledgement / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.intake().bufferWait().toMillis());
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.intake().bufferBytes());
    return settings;
  }

  /** The position in the database decides where reading starts; the group's is for onlookers. */
  public Map<String, Object> consumer() {
    Map<String, Object> settings = client("usage-counting");
    int session = millis(config.counting().session());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.counting().group());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.counting().maxRecords());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 4);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, session);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return settings;
  }

  private Map<String, Object> client(String name) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "metering-" + name);
    return settings;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
