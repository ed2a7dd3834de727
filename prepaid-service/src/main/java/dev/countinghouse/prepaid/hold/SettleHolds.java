package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.SettlementAnswer;
import dev.countinghouse.contracts.internal.SettlementRequest;
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

/** Ends holds now, many at once; those of one channel in one transaction (PU-3). */
@ApplicationScoped
public class SettleHolds implements EachForItself.Kind<SettlementRequest, SettlementAnswer> {

  private final ChannelClock clock;
  private final DecideTogether account;
  private final PrepaidLimits limits;
  private final HoldMetrics metrics;

  SettleHolds(
      ChannelClock clock, DecideTogether account, PrepaidLimits limits, HoldMetrics metrics) {
    this.clock = clock;
    this.account = account;
    this.limits = limits;
    this.metrics = metrics;
  }

  /** Settles them; the answers are in the order of the requests. */
  public Uni<List<SettlementAnswer>> settle(List<SettlementRequest> requests) {
    return EachForItself.answer(requests, this, limits.accountsAtOnce());
  }

  @Override
  public String channel(SettlementRequest request) {
    return request.channel();
  }

  @Override
  public Uni<List<SettlementAnswer>> together(String channel, List<SettlementRequest> own) {
    return clock.find(channel).chain(now -> answers(now, own));
  }

  @Override
  public SettlementAnswer undecided(SettlementRequest request, String code) {
    return Answers.undecided(request, code);
  }

  private Uni<List<SettlementAnswer>> answers(
      @Nullable ChannelNow now, List<SettlementRequest> own) {
    if (now == null) {
      return Uni.createFrom().item(own.stream().map(Answers::unknownChannel).toList());
    }
    return account
        .decide(now.channel(), own.size(), at -> commands(own, at))
        .invoke(outcomes -> outcomes.forEach(metrics::count))
        .map(outcomes -> answersOf(own, outcomes));
  }

  private static List<LedgerCommand> commands(List<SettlementRequest> own, Instant at) {
    return own.stream().map(end -> command(end, at)).toList();
  }

  private static LedgerCommand command(SettlementRequest end, Instant at) {
    return end.tenths() == 0
        ? new LedgerCommand.ReleaseHold(end.id(), at)
        : new LedgerCommand.CaptureHold(end.id(), end.tenths(), at);
  }

  private static List<SettlementAnswer> answersOf(
      List<SettlementRequest> own, List<LedgerOutcome> outcomes) {
    return IntStream.range(0, own.size())
        .mapToObj(place -> Answers.of(own.get(place), outcomes.get(place)))
        .toList();
  }
}
