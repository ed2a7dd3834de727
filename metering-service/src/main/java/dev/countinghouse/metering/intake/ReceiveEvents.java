package dev.countinghouse.metering.intake;

import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.counting.CountedEvents;
import dev.countinghouse.metering.domain.AcceptanceWindow;
import dev.countinghouse.metering.domain.Repeats;
import dev.countinghouse.metering.envelope.Envelope;
import dev.countinghouse.metering.topic.UsagePublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Receives usage events: each is judged for itself, and what is accepted is on Kafka (SYS-1). */
@ApplicationScoped
public class ReceiveEvents {

  private final ReportableChannels channels;
  private final CountedEvents counted;
  private final UsagePublisher publisher;
  private final IntakeMetrics metrics;
  private final AcceptanceWindow window;

  public ReceiveEvents(
      ReportableChannels channels,
      CountedEvents counted,
      UsagePublisher publisher,
      IntakeMetrics metrics,
      UsageConfig config) {
    this.channels = channels;
    this.counted = counted;
    this.publisher = publisher;
    this.metrics = metrics;
    this.window =
        new AcceptanceWindow(config.intake().futureTolerance(), config.intake().sandboxAhead());
  }

  /** What became of them. */
  public sealed interface Receipt {

    /** Every accepted event is on Kafka; the results are in the order of the events. */
    record Received(List<EventResult> results) implements Receipt {
      public Received {
        results = List.copyOf(results);
      }
    }

    /** Nothing is acknowledged: a channel, the memory of events or Kafka cannot be reached. */
    record Unavailable(Throwable cause) implements Receipt {}
  }

  public Uni<Receipt> receive(List<Envelope> envelopes, ChannelScope scope) {
    return channels
        .find(envelopes, scope)
        .map(found -> new Judge(window, found).judge(envelopes))
        .chain(this::withoutRepeats)
        .call(verdicts -> publisher.publish(Judge.accepted(verdicts)))
        .<Receipt>map(this::received)
        .onFailure(Exception.class)
        .recoverWithItem(Receipt.Unavailable::new);
  }

  private Uni<List<Verdict>> withoutRepeats(List<Verdict> verdicts) {
    return counted
        .known(Judge.accepted(verdicts))
        .map(known -> Judge.withoutRepeats(verdicts, new Repeats(known)));
  }

  private Receipt received(List<Verdict> verdicts) {
    List<EventResult> results = verdicts.stream().map(Verdict::result).toList();
    metrics.received(results);
    return new Receipt.Received(results);
  }
}
