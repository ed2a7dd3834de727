package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.topic.UsageTopic;
import dev.countinghouse.outbox.PendingWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Waits until everything accepted for a channel before the question is counted: the end of the
 * channel's partition is taken once, and then the position must reach it. What others post
 * meanwhile lies behind that end and delays nobody.
 */
@ApplicationScoped
public class CountedUsage implements PendingWork {

  private final UsageTopic topic;
  private final Positions positions;
  private final UsageConfig.Reading config;

  public CountedUsage(UsageTopic topic, Positions positions, UsageConfig config) {
    this.topic = topic;
    this.positions = positions;
    this.config = config.reading();
  }

  /**
   * Waits at most {@code patience}.
   *
   * @return records accepted before the question that are still not counted; 0 in normal life
   */
  public Uni<Long> awaitCounted(String channel, Duration patience) {
    long looks = Math.max(1, patience.dividedBy(config.pollEvery()));
    return topic.endFor(channel).chain(end -> look(end, looks));
  }

  /** Accepted usage that is not yet counted, for test clocks to settle. */
  @Override
  public Uni<Long> count(String channel) {
    return awaitCounted(channel, config.progressPatience());
  }

  private Uni<Long> look(UsageTopic.End end, long looks) {
    return left(end)
        .repeat()
        .withDelay(config.pollEvery())
        .whilst(left -> left > 0)
        .select()
        .first(looks)
        .collect()
        .last();
  }

  private Uni<Long> left(UsageTopic.End end) {
    return positions.next(end.partition()).map(next -> Math.max(0, end.offset() - next));
  }
}
