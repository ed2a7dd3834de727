package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideTogether;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Places holds, many at once; those of one channel in one transaction (PU-3, PU-4). */
@ApplicationScoped
public class PlaceHolds {

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
    Map<String, List<Integer>> byChannel = new LinkedHashMap<>();
    for (int place = 0; place < requests.size(); place++) {
      byChannel
          .computeIfAbsent(requests.get(place).channel(), channel -> new ArrayList<>())
          .add(place);
    }
    return byChannel.size() == 1
        ? placeOn(requests.get(0).channel(), requests)
        : placeOnMany(byChannel, requests);
  }

  private Uni<List<HoldAnswer>> placeOnMany(
      Map<String, List<Integer>> byChannel, List<HoldRequest> requests) {
    return Multi.createFrom()
        .iterable(byChannel.entrySet())
        .onItem()
        .transformToUni(of -> placeSome(of.getKey(), of.getValue(), requests))
        .merge(limits.accountsAtOnce())
        .collect()
        .in(TreeMap<Integer, HoldAnswer>::new, TreeMap::putAll)
        .map(answers -> List.copyOf(answers.values()));
  }

  private Uni<Map<Integer, HoldAnswer>> placeSome(
      String channel, List<Integer> places, List<HoldRequest> requests) {
    List<HoldRequest> own = places.stream().map(requests::get).toList();
    return placeOn(channel, own).map(answers -> numbered(places, answers));
  }

  private Uni<List<HoldAnswer>> placeOn(String channel, List<HoldRequest> own) {
    return clock.find(channel).chain(now -> answers(now, own));
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

  private List<HoldAnswer> answersOf(List<HoldRequest> own, List<LedgerOutcome> outcomes) {
    List<HoldAnswer> answers =
        IntStream.range(0, own.size())
            .mapToObj(place -> Answers.of(own.get(place), outcomes.get(place)))
            .toList();
    answers.forEach(metrics::count);
    return answers;
  }

  private static Map<Integer, HoldAnswer> numbered(List<Integer> places, List<HoldAnswer> answers) {
    Map<Integer, HoldAnswer> numbered = new LinkedHashMap<>();
    for (int answer = 0; answer < places.size(); answer++) {
      numbered.put(places.get(answer), answers.get(answer));
    }
    return numbered;
  }
}
