package dev.countinghouse.subscription;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.subscription.closing.OverageSource;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The overage that a test says; the question to prepaid itself is asked in the acceptance tests.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownOverage implements OverageSource {

  private final Map<Period, List<ChargeLine>> byPeriod = new ConcurrentHashMap<>();
  private final Map<String, Integer> outages = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();

  private record Period(String channel, Instant start) {}

  private record Question(String channel, ClosingRequest request) {}

  /** What is postpaid of the period that starts then. */
  public void set(String channel, Instant start, ChargeLine... lines) {
    byPeriod.put(new Period(channel, start), List.of(lines));
  }

  /** The next questions for the channel are not answered. */
  public void failNext(String channel, int times) {
    outages.put(channel, times);
  }

  public List<ClosingRequest> askedFor(String channel) {
    return asked.stream().filter(q -> q.channel().equals(channel)).map(Question::request).toList();
  }

  @Override
  public Uni<ClosingAnswer> overage(String channel, long usageSequence, ClosingRequest request) {
    asked.add(new Question(channel, request));
    if (outages.merge(channel, -1, Integer::sum) >= 0) {
      return Uni.createFrom().failure(new IllegalStateException("prepaid is down"));
    }
    Period period = new Period(channel, request.start());
    return Uni.createFrom().item(new ClosingAnswer(byPeriod.getOrDefault(period, List.of())));
  }
}
