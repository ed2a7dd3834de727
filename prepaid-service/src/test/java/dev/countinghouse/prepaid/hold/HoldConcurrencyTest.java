package dev.countinghouse.prepaid.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class HoldConcurrencyTest {

  private static final int CLIENTS = 64;
  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");

  @Inject Transactions transactions;
  @Inject DecideOnAccount account;
  @Inject PlaceHolds place;
  @Inject DecideHold settle;
  @Inject FindHold find;
  @Inject RebuildBalances rebuild;
  @Inject SeededChannels channels;

  /** A sandbox channel is decided under its lock, a live one upon what is remembered of it. */
  enum Clock {
    SANDBOX,
    LIVE
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-3 64 concurrent captures and releases of one hold: it ends exactly once")
  void endsExactlyOnce(Clock clock) {
    String channel = channelWith(clock, 1_000);
    place(channel, "m1", 100);
    List<Uni<LedgerOutcome>> ends =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                client -> client % 2 == 0 ? capture(channel, "m1", 70) : release(channel, "m1"))
            .toList();

    List<LedgerOutcome> outcomes = atOnce(ends);

    long settled = outcomes.stream().filter(LedgerOutcome.Settled.class::isInstance).count();
    long late = outcomes.stream().filter(LedgerOutcome.AlreadyEnded.class::isInstance).count();
    assertThat(settled).isEqualTo(CLIENTS / 2);
    assertThat(late).isEqualTo(CLIENTS / 2);
    assertThat(distinctSettled(outcomes)).hasSize(1);
    Hold hold = await(find.find(channel, "m1"));
    boolean captured = hold.fate() instanceof Hold.Fate.Captured;
    assertThat(await(rebuild.compare(channel)).stored().postedTenths())
        .isEqualTo(captured ? 930 : 1_000);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-3 64 holds at once of what suffices for 10: 10 are held, none more")
  void neverBelowZero(Clock clock) {
    String channel = channelWith(clock, 1_000);
    List<Uni<HoldAnswer>> holds =
        IntStream.range(0, CLIENTS).mapToObj(client -> hold(channel, "m" + client, 100)).toList();

    List<HoldAnswer> answers = atOnce(holds);

    assertThat(answers).filteredOn(answer -> answer.status().equals(HoldAnswer.HELD)).hasSize(10);
    RebuildBalances.Rebuilt rebuilt = await(rebuild.compare(channel));
    assertThat(rebuilt.isEqual()).isTrue();
    assertThat(rebuilt.stored().availableTenths()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-4 64 clients with random repeats: nothing is taken twice, balances are exact")
  void randomRepeats(Clock clock) {
    String channel = channelWith(clock, 100_000);
    List<Uni<Boolean>> clients =
        IntStream.range(0, CLIENTS).mapToObj(seed -> client(channel, seed)).toList();

    atOnce(clients);

    RebuildBalances.Rebuilt rebuilt = await(rebuild.compare(channel));
    assertThat(rebuilt.isEqual()).as("%s", rebuilt).isTrue();
    assertThat(rebuilt.stored().heldTenths()).isZero();
    assertThat(rebuilt.stored().postedTenths()).isEqualTo(100_000 - 40 * 30);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-4 a thousand holds of many channels in one call, each answered for itself")
  void manyChannelsInOneCall(Clock clock) {
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> channelWith(clock, 500)).toList();
    List<HoldRequest> requests =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new HoldRequest("m" + i, ten.get(i % 10), 10, "sms", START))
            .toList();

    List<HoldAnswer> answers = await(place.place(requests));

    assertThat(answers)
        .extracting(HoldAnswer::id)
        .isEqualTo(requests.stream().map(HoldRequest::id).toList());
    assertThat(answers).filteredOn(answer -> answer.status().equals(HoldAnswer.HELD)).hasSize(500);
    assertThat(await(place.place(requests))).isEqualTo(answers);
  }

  /** Every client holds and captures the same 40 ids, in an order of its own, some twice. */
  private Uni<Boolean> client(String channel, int seed) {
    Random random = new Random(seed);
    List<Uni<Boolean>> steps = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      String hold = "m" + (id + seed) % 40;
      steps.add(hold(channel, hold, 50).replaceWith(true));
      if (random.nextBoolean()) {
        steps.add(hold(channel, hold, 50).replaceWith(true));
      }
      steps.add(capture(channel, hold, 30).replaceWith(true));
    }
    return Uni.join().all(steps).usingConcurrencyOf(1).andFailFast().replaceWith(true);
  }

  private static Set<Hold> distinctSettled(List<LedgerOutcome> outcomes) {
    return outcomes.stream()
        .filter(LedgerOutcome.Settled.class::isInstance)
        .map(outcome -> ((LedgerOutcome.Settled) outcome).hold())
        .collect(Collectors.toSet());
  }

  private String channelWith(Clock clock, long tenths) {
    String channel = clock == Clock.LIVE ? channels.live() : channels.sandboxAt(START);
    Instant end = Instant.parse("2099-01-01T00:00:00Z");
    LedgerCommand purchase =
        new LedgerCommand.AddLot("bought", PointLot.Kind.PURCHASED, tenths, end, START);
    await(transactions.run(transaction -> account.decide(transaction, channel, purchase)));
    return channel;
  }

  private void place(String channel, String id, long tenths) {
    assertThat(await(hold(channel, id, tenths)).status()).isEqualTo(HoldAnswer.HELD);
  }

  private Uni<HoldAnswer> hold(String channel, String id, long tenths) {
    HoldRequest request = new HoldRequest(id, channel, tenths, "sms", START);
    return place.place(List.of(request)).map(answers -> answers.get(0));
  }

  private Uni<LedgerOutcome> capture(String channel, String id, long tenths) {
    return settle.decide(channel, now -> new LedgerCommand.CaptureHold(id, tenths, now));
  }

  private Uni<LedgerOutcome> release(String channel, String id) {
    return settle.decide(channel, now -> new LedgerCommand.ReleaseHold(id, now));
  }

  private static <T> List<T> atOnce(List<Uni<T>> unis) {
    return await(
        Multi.createFrom()
            .iterable(unis)
            .onItem()
            .transformToUni(uni -> uni)
            .merge(CLIENTS)
            .collect()
            .asList());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
