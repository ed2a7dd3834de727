package dev.countinghouse.metering.counting;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.metering.UsageConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One pod's reading of the topic, on a thread of its own: the Kafka consumer belongs to that thread
 * alone. A poll's records are counted before the next poll brings more; while they are written, or
 * while the database is away, the partitions are paused and polling only keeps the membership of
 * the group. A batch that fails is read again from where it began, so nothing is passed uncounted.
 */
final class CountingLoop implements Runnable, ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(CountingLoop.class);

  private final Consumer<byte[], byte[]> consumer;
  private final Counting counting;
  private final CountingMetrics metrics;
  private final UsageConfig.Counting config;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);

  /** Assigned, but not yet set to the position in the database. */
  private final Set<TopicPartition> unplaced = new HashSet<>();

  CountingLoop(
      Consumer<byte[], byte[]> consumer,
      Counting counting,
      CountingMetrics metrics,
      UsageConfig.Counting config) {
    this.consumer = consumer;
    this.counting = counting;
    this.metrics = metrics;
    this.config = config;
    this.backoff = new Backoff(config.backoff(), config.maxBackoff());
  }

  /** What the loop does with what it reads; both complete on any thread. */
  interface Counting {

    /**
     * @param logStarts the oldest offset of each partition
     * @return the offset of each partition to start from
     */
    CompletableFuture<Map<TopicPartition, Long>> open(Map<TopicPartition, Long> logStarts);

    CompletableFuture<Void> count(ConsumerRecords<byte[], byte[]> records);
  }

  /** Asks the loop to end after the batch in flight; any thread may. */
  void stop() {
    stop.countDown();
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(List.of(Topics.USAGE), this);
      while (isRunning()) {
        turn();
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    }
  }

  private void turn() {
    try {
      place();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(config.poll());
      count(records);
      metrics.lag(lag());
    } catch (WakeupException e) {
      LOG.debug("woken up");
    } catch (KafkaException e) {
      failed("reading the usage topic", e);
    }
  }

  /** Sets new partitions to their position in the database; they stay paused until it is known. */
  private void place() {
    if (unplaced.isEmpty()) {
      return;
    }
    Set<TopicPartition> placing = Set.copyOf(unplaced);
    var opening = counting.open(consumer.beginningOffsets(placing));
    if (finish(opening, "opening partitions")) {
      opening.join().forEach(this::startFrom);
    }
  }

  private void startFrom(TopicPartition partition, long offset) {
    // A rebalance while we asked may have taken it away.
    if (unplaced.remove(partition)) {
      consumer.seek(partition, offset);
      consumer.resume(Set.of(partition));
    }
  }

  private void count(ConsumerRecords<byte[], byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    if (finish(counting.count(records), "counting usage")) {
      commit(records);
    } else {
      readAgain(records);
    }
  }

  /** Waits with the partitions paused, keeping the membership of the group; false on failure. */
  private boolean finish(CompletableFuture<?> work, String what) {
    consumer.pause(consumer.assignment());
    try {
      while (!isDone(work)) {
        heartbeat();
      }
      backoff.succeeded();
      return true;
    } catch (ExecutionException e) {
      failed(what, e);
      return false;
    } finally {
      Set<TopicPartition> placed = new HashSet<>(consumer.assignment());
      placed.removeAll(unplaced);
      consumer.resume(placed);
    }
  }

  private boolean isDone(CompletableFuture<?> work) throws ExecutionException {
    try {
      work.get(config.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(e);
    }
  }

  private void heartbeat() {
    try {
      consumer.poll(Duration.ZERO);
    } catch (WakeupException e) {
      // Stopping: the batch in flight is still awaited, and the loop ends after it.
      LOG.debug("woken up in a batch");
    }
  }

  /** For whoever watches the group's lag; where we start from is in the database. */
  private void commit(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>(records.nextOffsets());
    passed.keySet().retainAll(consumer.assignment());
    consumer.commitAsync(passed, (offsets, failure) -> {});
  }

  private void readAgain(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (consumer.assignment().contains(partition) && !unplaced.contains(partition)) {
        consumer.seek(partition, records.records(partition).getFirst().offset());
      }
    }
  }

  private void failed(String what, Throwable failure) {
    metrics.failed();
    Duration pause = backoff.failed();
    LOG.warnf(failure, "%s failed, trying again in %s", what, pause);
    await(pause);
  }

  private void await(Duration pause) {
    try {
      if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stopped while pausing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private boolean isRunning() {
    return stop.getCount() > 0;
  }

  private long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.pause(partitions);
    unplaced.addAll(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    unplaced.removeAll(partitions);
  }
}
