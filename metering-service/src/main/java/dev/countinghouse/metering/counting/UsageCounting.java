package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.topic.KafkaSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts counting with the service and ends it with the batch in flight. */
@ApplicationScoped
public class UsageCounting {

  private static final Logger LOG = Logger.getLogger(UsageCounting.class);

  private final KafkaSettings settings;
  private final TopicCounting counting;
  private final CountingMetrics metrics;
  private final UsageConfig config;
  private @Nullable CountingLoop loop;
  private @Nullable Thread thread;

  UsageCounting(
      KafkaSettings settings, TopicCounting counting, CountingMetrics metrics, UsageConfig config) {
    this.settings = settings;
    this.counting = counting;
    this.metrics = metrics;
    this.config = config;
  }

  void onStart(@Observes StartupEvent started) {
    if (config.counting().enabled()) {
      start();
    }
  }

  void onStop(@Observes ShutdownEvent stopping) {
    stop();
  }

  /** Begins to count; nothing happens when it already does. */
  public synchronized void start() {
    if (thread == null) {
      loop = newLoop();
      thread = Thread.ofPlatform().name("usage-counting").start(loop);
    }
  }

  /** Returns when the batch in flight is finished, or after a bounded wait for it. */
  public synchronized void stop() {
    if (loop != null && thread != null) {
      loop.stop();
      join(thread);
      loop = null;
      thread = null;
    }
  }

  /** Whether it counts, or is not meant to. */
  public synchronized boolean isAlive() {
    return thread == null ? !config.counting().enabled() : thread.isAlive();
  }

  private CountingLoop newLoop() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new CountingLoop(
        new KafkaConsumer<>(settings.consumer(), bytes, bytes),
        counting,
        metrics,
        config.counting());
  }

  private void join(Thread running) {
    try {
      if (!running.join(config.counting().stop())) {
        LOG.warn("a batch was still being counted; its position will tell whether it was");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
