package dev.countinghouse.clock;

import static dev.countinghouse.clock.TestDatabase.await;
import static dev.countinghouse.clock.TestPod.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.DueAnswer;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.PgTransactions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChannelClockTest {

  private static final Instant LATER = START.plus(Duration.ofDays(14));
  private static TestDatabase database;
  private TestPod pod;

  @BeforeAll
  static void open() {
    database = new TestDatabase("channel_clock");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void clean() {
    database.clean();
    pod = new TestPod(database, new TestSettings());
  }

  @Test
  @DisplayName("TIME-3 a live channel's now is the system's, to the microsecond")
  void live() {
    pod.register(TestPod.live("ch_live"));
    pod.systemNow.set(Instant.parse("2024-02-20T01:02:03.123456789Z"));

    ChannelNow now = await(pod.clock.now("ch_live"));

    assertThat(now.now()).isEqualTo(Instant.parse("2024-02-20T01:02:03.123456Z"));
    assertThat(now.sandbox()).isFalse();
  }

  @Test
  @DisplayName("TIME-3 a sandbox channel's now is its row, whatever the system's is")
  void sandbox() {
    pod.register(TestPod.sandbox("ch_test"));
    pod.systemNow.set(LATER);

    ChannelNow now = await(pod.clock.now("ch_test"));

    assertThat(now.now()).isEqualTo(START);
    assertThat(now.sandbox()).isTrue();
  }

  @Test
  @DisplayName("a channel that this service has not met is asked of its source once")
  void introduction() {
    pod.known.put("ch_new", TestPod.sandbox("ch_new"));

    await(pod.clock.now("ch_new"));
    await(pod.clock.now("ch_new"));

    assertThat(pod.asked).hasValue(1);
  }

  @Test
  @DisplayName("a channel that nobody knows is no channel")
  void unknown() {
    assertThat(await(pod.clock.find("ch_none"))).isNull();
    assertThatThrownBy(() -> await(pod.clock.now("ch_none"))).isInstanceOf(UnknownChannel.class);
    assertThatThrownBy(() -> database.inTransaction(t -> pod.clock.now(t, "ch_none")))
        .isInstanceOf(UnknownChannel.class);
  }

  @Test
  @DisplayName("registering a channel again changes nothing")
  void registeredAgain() {
    pod.register(TestPod.sandbox("ch_test"));
    pod.move("ch_test", LATER);

    pod.register(TestPod.sandbox("ch_test"));

    assertThat(await(pod.clock.now("ch_test")).now()).isEqualTo(LATER);
  }

  @Test
  @DisplayName("TIME-3 a test clock moves forward, and to where it stands")
  void forward() {
    pod.register(TestPod.sandbox("ch_test"));

    await(pod.resource.move("ch_test", new ClockStep(LATER, false)));
    await(pod.resource.move("ch_test", new ClockStep(LATER, false)));

    assertThat(await(pod.clock.now("ch_test")).now()).isEqualTo(LATER);
  }

  @Test
  @DisplayName("TIME-3 a test clock is never moved backwards")
  void backwards() {
    pod.register(TestPod.sandbox("ch_test"));
    Instant earlier = START.minusNanos(1000);

    assertThatThrownBy(() -> await(pod.resource.move("ch_test", new ClockStep(earlier, false))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("test-clock.backwards"));
  }

  @Test
  @DisplayName("TIME-3 the first setting of a fresh channel may rewind")
  void rewind() {
    pod.register(TestPod.sandbox("ch_test"));
    Instant earlier = START.minus(Duration.ofDays(400));

    await(pod.resource.move("ch_test", new ClockStep(earlier, true)));

    assertThat(await(pod.clock.now("ch_test")).now()).isEqualTo(earlier);
  }

  @Test
  @DisplayName("TIME-3 a live channel has no test clock")
  void liveHasNoTestClock() {
    pod.register(TestPod.live("ch_live"));
    ClockStep step = new ClockStep(LATER, true);

    assertThatThrownBy(() -> await(pod.resource.move("ch_live", step)))
        .hasMessageContaining("test-clock.live-channel");
    assertThatThrownBy(() -> await(pod.resource.run("ch_live", step)))
        .hasMessageContaining("test-clock.live-channel");
  }

  @Test
  @DisplayName("the earliest work of a channel is told, and that there is none")
  void due() {
    pod.register(TestPod.sandbox("ch_test"));
    assertThat(await(pod.resource.due("ch_test"))).isEqualTo(new DueAnswer(null));

    pod.schedule("ch_test", "bill", "2", LATER.plusSeconds(1));
    pod.schedule("ch_test", "bill", "1", LATER);

    assertThat(await(pod.resource.due("ch_test"))).isEqualTo(new DueAnswer(LATER));
  }

  @Test
  @DisplayName("TIME-3 the test clock waits for what was decided at the instant it is to leave")
  void waitsForDecisions() {
    pod.register(TestPod.sandbox("ch_test"));
    CompletableFuture<Void> decided = new CompletableFuture<>();
    AtomicReference<Boolean> moved = new AtomicReference<>();
    CompletableFuture<ChannelNow> read = new CompletableFuture<>();
    CompletableFuture<Instant> decision =
        new PgTransactions(database.pool)
            .run(
                transaction ->
                    pod.clock
                        .now(transaction, "ch_test")
                        .invoke(read::complete)
                        .call(() -> Uni.createFrom().completionStage(decided))
                        .map(ChannelNow::now))
            .subscribeAsCompletionStage();
    read.join();

    CompletableFuture<Boolean> move =
        pod.channels.move("ch_test", LATER, false).invoke(moved::set).subscribeAsCompletionStage();

    // the clock's statement stands in the lock's queue
    org.awaitility.Awaitility.await()
        .until(
            () ->
                database
                    .column("select count(*) from pg_locks where not granted")
                    .equals(java.util.List.of("1")));
    assertThat(moved.get()).isNull();
    decided.complete(null);
    assertThat(decision.join()).isEqualTo(START);
    assertThat(move.join()).isTrue();
  }
}
