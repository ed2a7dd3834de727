package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.domain.NaiveLedger;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class DecideTogetherTest {

  private static final Instant EARLY = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

  @Inject Transactions transactions;
  @Inject ChannelClock clock;
  @Inject DecideOnAccount inOwnTransaction;
  @Inject DecideTogether together;
  @Inject PrepaidLimits limits;
  @Inject Vertx vertx;
  @Inject RebuildBalances rebuild;
  @Inject SeededChannels channels;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  @DisplayName("what comes while a group is under way is decided in one more")
  void twoHundredAreFewDecisions() {
    String channel = channelWith(1_000);
    DecideTogether pod = pod(limits);

    List<LedgerOutcome> outcomes =
        atOnce(IntStream.range(0, 200).mapToObj(i -> hold(pod, channel, "m" + i, 5)));

    assertThat(outcomes).hasOnlyElementsOfType(LedgerOutcome.Held.class);
    assertThat(registry.summary("countinghouse.pu.group.commands").count()).isLessThan(100);
    assertThat(registry.summary("countinghouse.pu.group.commands").totalAmount()).isEqualTo(200);
    assertThat(await(rebuild.compare(channel)).stored().heldTenths()).isEqualTo(1_000);
  }

  @Test
  @DisplayName("one request that cannot be decided does not take the others of its group with it")
  void poisonIsApart() {
    String channel = channelWith(1_000);
    List<CompletableFuture<LedgerOutcome>> answers =
        IntStream.range(0, 20)
            .mapToObj(i -> hold(together, channel, i == 7 ? "\0" : "m" + i, 10))
            .map(answer -> answer.subscribeAsCompletionStage())
            .toList();

    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .exceptionally(no -> null)
        .join();

    assertThatThrownBy(answers.get(7)::join).hasCauseInstanceOf(PgException.class);
    assertThat(answers.stream().filter(answer -> !answer.isCompletedExceptionally())).hasSize(19);
    assertThat(await(rebuild.compare(channel)).stored().heldTenths()).isEqualTo(190);
  }

  @Test
  @DisplayName("too much in hand: 503 service.overloaded at once, and nothing is taken")
  void overload() {
    String channel = channelWith(1_000);
    DecideTogether small = pod(SmallPod.limits(limits));

    List<CompletableFuture<LedgerOutcome>> answers =
        IntStream.range(0, 100)
            .mapToObj(i -> hold(small, channel, "m" + i, 1).subscribeAsCompletionStage())
            .toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .exceptionally(no -> null)
        .join();

    List<CompletableFuture<LedgerOutcome>> refused =
        answers.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
    assertThat(refused).isNotEmpty();
    assertThat(refused)
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join)
                    .cause()
                    .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("service.overloaded")));
    assertThat(await(rebuild.compare(channel)).stored().heldTenths())
        .isEqualTo(100 - refused.size());
  }

  @Test
  @DisplayName("PU-4 the same id again is the same answer, with other content it is refused")
  void repeats() {
    String channel = channelWith(100);
    LedgerOutcome first = await(hold(together, channel, "m1", 60));
    LedgerOutcome refused = await(hold(together, channel, "m2", 60));
    buy(channel, "more", 1_000);

    assertThat(await(hold(together, channel, "m1", 60))).isEqualTo(first);
    assertThat(await(hold(together, channel, "m2", 60))).isEqualTo(refused);
    assertThat(await(hold(together, channel, "m1", 61))).isInstanceOf(LedgerOutcome.Conflict.class);
    assertThat(await(hold(together, channel, "m3", 60))).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(await(rebuild.compare(channel)).isEqual()).isTrue();
  }

  @Test
  @DisplayName(
      "PU-1 PU-3 PU-4 random histories on two pods at once with purchases beside agree"
          + " with a count tenth by tenth")
  void agreesWithTheNaiveLedger() {
    List<DecideTogether> pods = List.of(pod(limits), pod(limits));
    for (int seed = 0; seed < 25; seed++) {
      String channel = channelWith(200);
      NaiveLedger model = new NaiveLedger();
      model.add("first", PointLot.Kind.PURCHASED, 200, LATE);
      Random random = new Random(seed);
      for (int step = 0; step < 40; step++) {
        play(pods.get(random.nextInt(2)), channel, model, random, "seed " + seed + " step " + step);
      }
      RebuildBalances.Rebuilt rebuilt = await(rebuild.compare(channel));
      assertThat(rebuilt.isEqual()).as("seed %d", seed).isTrue();
      assertThat(rebuilt.stored().heldTenths()).as("seed %d", seed).isEqualTo(model.held());
      assertThat(rebuilt.stored().availableTenths())
          .as("seed %d", seed)
          .isEqualTo(model.count("available"));
    }
  }

  @Test
  @DisplayName("PU-3 two pods that decide on one account at once take nothing twice")
  void twoPodsAtOnce() {
    String channel = channelWith(1_000);
    List<DecideTogether> pods = List.of(pod(limits), pod(limits));

    List<LedgerOutcome> outcomes =
        atOnce(
            IntStream.range(0, 300).mapToObj(i -> hold(pods.get(i % 2), channel, "m" + i / 2, 10)));

    long held = outcomes.stream().filter(LedgerOutcome.Held.class::isInstance).count();
    assertThat(held).isEqualTo(200);
    RebuildBalances.Rebuilt rebuilt = await(rebuild.compare(channel));
    assertThat(rebuilt.isEqual()).isTrue();
    assertThat(rebuilt.stored().availableTenths()).isZero();
  }

  private void play(
      DecideTogether pod, String channel, NaiveLedger model, Random random, String where) {
    int number = random.nextInt(8);
    String id = "hold" + number;
    switch (random.nextInt(6)) {
      case 0, 1, 2 ->
          assertThat(await(hold(pod, channel, id, 10L + number)) instanceof LedgerOutcome.Held)
              .as(where)
              .isEqualTo(model.hold(id, 10L + number, EARLY));
      case 3 -> {
        long tenths = 1L + random.nextInt(20);
        assertThat(settled(pod, channel, now -> new LedgerCommand.CaptureHold(id, tenths, now)))
            .as(where)
            .isEqualTo(model.capture(id, tenths, EARLY));
      }
      case 4 ->
          assertThat(settled(pod, channel, now -> new LedgerCommand.ReleaseHold(id, now)))
              .as(where)
              .isEqualTo(model.release(id, EARLY));
      default -> {
        buy(channel, where, 7);
        model.add(where, PointLot.Kind.PURCHASED, 7, LATE);
      }
    }
  }

  private static boolean settled(
      DecideTogether pod, String channel, Function<Instant, LedgerCommand> command) {
    LedgerOutcome outcome = await(decide(pod, channel, now -> List.of(command.apply(now))));
    return outcome instanceof LedgerOutcome.Settled;
  }

  /** Another pod of this service: nothing in common but the database. */
  private DecideTogether pod(PrepaidLimits ofPod) {
    LedgerMetrics metrics = new LedgerMetrics(registry);
    AccountSnapshots snapshots = new AccountSnapshots(transactions, ofPod);
    return new DecideTogether(
        new GroupCommit(vertx, ofPod, metrics),
        clock,
        transactions,
        inOwnTransaction,
        new DecideUnlocked(snapshots, new StoreDecided(transactions, ofPod)),
        metrics,
        ofPod);
  }

  private String channelWith(long tenths) {
    String channel = channels.live();
    buy(channel, "first", tenths);
    return channel;
  }

  private void buy(String channel, String lot, long tenths) {
    LedgerCommand purchase =
        new LedgerCommand.AddLot(lot, PointLot.Kind.PURCHASED, tenths, LATE, EARLY);
    await(transactions.run(t -> inOwnTransaction.decide(t, channel, purchase)));
  }

  private static Uni<LedgerOutcome> hold(
      DecideTogether pod, String channel, String id, long tenths) {
    return decide(
        pod, channel, now -> List.of(new LedgerCommand.PlaceHold(id, tenths, "sms", now)));
  }

  private static Uni<LedgerOutcome> decide(
      DecideTogether pod, String channel, Function<Instant, List<LedgerCommand>> commands) {
    return pod.decide(channel, 1, commands).map(outcomes -> outcomes.get(0));
  }

  private static List<LedgerOutcome> atOnce(Stream<Uni<LedgerOutcome>> unis) {
    List<CompletableFuture<LedgerOutcome>> answers =
        unis.map(uni -> uni.subscribeAsCompletionStage()).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
