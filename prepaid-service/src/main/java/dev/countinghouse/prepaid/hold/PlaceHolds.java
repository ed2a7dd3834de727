package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  private final Transactions transactions;
  private final ChannelClock clock;
  private final DecideOnAccount account;
  private final PrepaidLimits limits;
  private final HoldMetrics metrics;

  PlaceHolds(
      Transactions transactions,
      ChannelClock clock,
      DecideOnAccount account,
      PrepaidLimits limits,
      HoldMetrics metrics) {
    this.transactions = transactions;
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
    return Multi.createFrom()
        .iterable(byChannel.entrySet())
        .onItem()
        .transformToUni(of -> placeOn(of.getKey(), of.getValue(), requests))
        .merge(limits.accountsAtOnce())
        .collect()
        .in(TreeMap<Integer, HoldAnswer>::new, TreeMap::putAll)
        .map(answers -> List.copyOf(answers.values()));
  }

  private Uni<Map<Integer, HoldAnswer>> placeOn(
      String channel, List<Integer> places, List<HoldRequest> requests) {
    List<HoldRequest> own = places.stream().map(requests::get).toList();
    return clock
        .find(channel)
        .chain(now -> answers(now, own))
        .map(answers -> numbered(places, answers));
  }

  private Uni<List<HoldAnswer>> answers(@Nullable ChannelNow now, List<HoldRequest> own) {
    if (now == null) {
      return Uni.createFrom().item(own.stream().map(Answers::unknownChannel).toList());
    }
    return transactions
        .run(transaction -> decide(transaction, now.channel(), own))
        .map(outcomes -> answersOf(own, outcomes));
  }

  private Uni<List<LedgerOutcome>> decide(
      Transaction transaction, String channel, List<HoldRequest> own) {
    return clock
        .now(transaction, channel)
        .chain(now -> account.decide(transaction, channel, commands(now, own)));
  }

  /** By the channel's clock as this service reads it, not by the caller's word (TIME-3). */
  private static List<LedgerCommand> commands(ChannelNow now, List<HoldRequest> own) {
    return own.stream().map(hold -> command(now, hold)).toList();
  }

  private static LedgerCommand command(ChannelNow now, HoldRequest hold) {
    return new LedgerCommand.PlaceHold(hold.id(), hold.tenths(), hold.reason(), now.now());
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
