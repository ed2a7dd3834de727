package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideTogether;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Places holds, many at once; those of one channel in one transaction (PU-3, PU-4). */
@ApplicationScoped
public class PlaceHolds implements EachForItself.Kind<HoldRequest, HoldAnswer> {

  private final ChannelClock clock;
  private final DecideTogether account;
  private final PrepaidLimits limits;
  private final HoldMetrics metrics;

  PlaceHolds(
      ChannelClock clock, DecideTogether account, PrepaidLimits limits, HoldMetrics metrics) {
    this.clock = clock;
    this.account = account;
    this.limits = limits;
    this.metrics = metrics;
  }

  /** Places them; the answers are in the order of the requests. */
  public Uni<List<HoldAnswer>> place(List<HoldRequest> requests) {
    return EachForItself.answer(requests, this, limits.accountsAtOnce())
        .invoke(answers -> answers.forEach(metrics::count));
  }

  @Override
  public String channel(HoldRequest request) {
    return request.channel();
  }

  @Override
  public Uni<List<HoldAnswer>> together(String channel, List<HoldRequest> own) {
    return clock.find(channel).chain(now -> answers(now, own));
  }

  @Override
  public HoldAnswer undecided(HoldRequest request, String code) {
    return Answers.undecided(request, code);
  }

  private Uni<List<HoldAnswer>> answers(@Nullable ChannelNow now, List<HoldRequest> own) {
    if (now == null) {
      return Uni.createFrom().item(own.stream().map(Answers::unknownChannel).toList());
    }
    return account
        .decide(now.channel(), own.size(), at -> commands(own, at))
        .map(outcomes -> answersOf(own, outcomes));
  }

  private static List<LedgerCommand> commands(List<HoldRequest> own, Instant at) {
    return own.stream().map(hold -> command(hold, at)).toList();
  }

  private static LedgerCommand command(HoldRequest hold, Instant at) {
    return new LedgerCommand.PlaceHold(hold.id(), hold.tenths(), hold.reason(), at);
  }

  private static List<HoldAnswer> answersOf(List<HoldRequest> own, List<LedgerOutcome> outcomes) {
    return IntStream.range(0, own.size())
        .mapToObj(place -> Answers.of(own.get(place), outcomes.get(place)))
        .toList();
  }
}
