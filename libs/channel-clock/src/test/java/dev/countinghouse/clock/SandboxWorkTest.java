package dev.countinghouse.clock;

import static dev.countinghouse.clock.TestDatabase.await;
import static dev.countinghouse.clock.TestPod.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.transaction.PgTransactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SandboxWorkTest {

  private static final String CHANNEL = "ch_test";
  private static final Instant LATER = START.plus(Duration.ofDays(14));
  private static final TestSettings SETTINGS = new TestSettings();
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = new TestDatabase("sandbox_work");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void clean() {
    database.clean();
  }

  @Test
  @DisplayName("TIME-3 no pod takes a sandbox channel's future work, whatever the system's time is")
  void waitsForItsClock() {
    TestPod pod = sandboxPod(new Journal("bill"));
    pod.schedule(CHANNEL, "bill", "1", LATER);
    pod.systemNow.set(LATER.plus(Duration.ofDays(365)));

    List<Claim> claims =
        await(pod.rows.claim(10, pod.clock.systemNow(), LATER.plus(Duration.ofDays(366))));

    assertThat(claims).isEmpty();
  }

  @Test
  @DisplayName("TIME-3 what is due at once in a sandbox channel does not wait for its clock")
  void immediate() throws InterruptedException {
    Journal journal = new Journal("settle");
    TestPod pod = sandboxPod(journal);
    pod.poller.start(new StartupEvent());

    pod.schedule(CHANNEL, "settle", "1", START);

    Awaitility.await().until(() -> remaining().isEmpty());
    assertThat(journal.ids()).containsExactly("1");
    pod.poller.stop(new ShutdownEvent());
  }

  @Test
  @DisplayName("TIME-3 a step runs by (due_at, kind, id) what is due, and nothing after it")
  void inOrder() {
    Journal bills = new Journal("bill");
    Journal alarms = new Journal("alarm", item -> Uni.createFrom().voidItem());
    TestPod pod = sandboxPod(bills, alarms);
    pod.schedule(CHANNEL, "bill", "c", LATER.plusNanos(1000));
    pod.schedule(CHANNEL, "bill", "b", LATER);
    pod.schedule(CHANNEL, "bill", "a", LATER);
    pod.schedule(CHANNEL, "alarm", "z", LATER);
    pod.schedule(CHANNEL, "bill", "y", LATER.minusSeconds(1));
    pod.move(CHANNEL, LATER);

    DueWorkAnswer answer = await(pod.resource.run(CHANNEL, new ClockStep(LATER, false)));

    assertThat(answer).isEqualTo(new DueWorkAnswer(4, null));
    assertThat(bills.ids()).containsExactly("y", "a", "b");
    assertThat(alarms.ids()).containsExactly("z");
    assertThat(remaining()).containsExactly("c");
  }

  @Test
  @DisplayName("TIME-3 a step never runs beyond this service's copy of the clock")
  void neverBeyond() {
    TestPod pod = sandboxPod(new Journal("bill"));
    pod.schedule(CHANNEL, "bill", "1", LATER);

    DueWorkAnswer answer = await(pod.resource.run(CHANNEL, new ClockStep(LATER, false)));

    assertThat(answer).isEqualTo(new DueWorkAnswer(0, null));
  }

  @Test
  @DisplayName("TIME-3 a step runs what becomes due by what it runs")
  void cascades() {
    CompletableFuture<TestPod> pod = new CompletableFuture<>();
    Journal second = new Journal("second");
    Journal first = new Journal("first", item -> schedule(pod.join(), "second", item.dueAt()));
    pod.complete(sandboxPod(first, second));
    pod.join().schedule(CHANNEL, "first", "1", LATER);

    DueWorkAnswer answer = pod.join().step(CHANNEL, LATER);

    assertThat(answer).isEqualTo(new DueWorkAnswer(2, null));
    assertThat(second.ran).extracting(DueItem::dueAt).containsExactly(LATER);
  }

  @Test
  @DisplayName("a step ends at the first failure and says what failed; the next one tries again")
  void failure() {
    AtomicReference<@Nullable String> trouble = new AtomicReference<>("prepaid is away");
    Journal journal = new Journal("bill", item -> failing(trouble.get()));
    TestPod pod = sandboxPod(journal);
    pod.schedule(CHANNEL, "bill", "1", LATER);
    pod.schedule(CHANNEL, "bill", "2", LATER);

    DueWorkAnswer failed = pod.step(CHANNEL, LATER);
    trouble.set(null);
    DueWorkAnswer repeated = pod.step(CHANNEL, LATER);

    assertThat(failed).isEqualTo(new DueWorkAnswer(0, "bill: prepaid is away"));
    assertThat(repeated).isEqualTo(new DueWorkAnswer(2, null));
    assertThat(journal.ids()).containsExactly("1", "1", "2");
  }

  @Test
  @DisplayName("a step awaits a piece that a pod is running already")
  void busy() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Journal elsewhere = new Journal("bill", item -> Uni.createFrom().completionStage(end));
    Journal here = new Journal("bill");
    TestPod other = sandboxPod(elsewhere);
    TestPod pod = new TestPod(database, other.systemNow, SETTINGS, here);
    other.schedule(CHANNEL, "bill", "1", START);
    other.poller.poll();
    Awaitility.await().until(() -> elsewhere.ran.size() == 1);
    pod.schedule(CHANNEL, "bill", "2", LATER);
    database.vertx.setTimer(100, timer -> end.complete(null));

    DueWorkAnswer answer = pod.step(CHANNEL, LATER);

    assertThat(answer).isEqualTo(new DueWorkAnswer(1, null));
    assertThat(here.ids()).containsExactly("2");
    assertThat(remaining()).isEmpty();
  }

  @Test
  @DisplayName("two steps at once run each piece once")
  void concurrentSteps() {
    Journal journal = new Journal("bill");
    TestPod one = sandboxPod(journal);
    TestPod other = new TestPod(database, one.systemNow, SETTINGS, journal);
    for (int n = 0; n < 50; n++) {
      one.schedule(CHANNEL, "bill", Integer.toString(n), LATER);
    }

    List<DueWorkAnswer> answers =
        await(
            Uni.join()
                .all(one.steps.run(CHANNEL, LATER), other.steps.run(CHANNEL, LATER))
                .andFailFast());

    assertThat(answers.stream().mapToInt(DueWorkAnswer::ran).sum()).isEqualTo(50);
    assertThat(journal.ids()).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("a step is bounded: it answers after so many pieces and leaves the rest")
  void bounded() {
    TestPod pod = sandboxPod(new Journal("bill"));
    for (int n = 0; n < SETTINGS.stepItems() + 1; n++) {
      pod.schedule(CHANNEL, "bill", Integer.toString(n), LATER);
    }

    DueWorkAnswer answer = pod.step(CHANNEL, LATER);

    assertThat(answer).isEqualTo(new DueWorkAnswer(SETTINGS.stepItems(), null));
    assertThat(remaining()).hasSize(1);
  }

  private static TestPod sandboxPod(DueWorkHandler... handlers) {
    TestPod pod = new TestPod(database, SETTINGS, handlers);
    pod.register(TestPod.sandbox(CHANNEL));
    return pod;
  }

  private static Uni<Void> schedule(TestPod pod, String kind, Instant dueAt) {
    return new PgTransactions(database.pool)
        .run(transaction -> pod.dueWork.schedule(transaction, CHANNEL, kind, "1", dueAt));
  }

  private static Uni<Void> failing(@Nullable String trouble) {
    return trouble == null
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().failure(new IllegalStateException(trouble));
  }

  private static List<String> remaining() {
    return database.column("select id from due_work order by id");
  }
}
