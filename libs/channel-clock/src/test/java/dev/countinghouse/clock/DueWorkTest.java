package dev.countinghouse.clock;

import static dev.countinghouse.clock.TestDatabase.await;
import static dev.countinghouse.clock.TestPod.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DueWorkTest {

  private static final TestSettings SETTINGS = new TestSettings();
  private static TestDatabase database;
  private final List<TestPod> started = new java.util.ArrayList<>();

  @BeforeAll
  static void open() {
    database = new TestDatabase("due_work");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void clean() {
    database.clean();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (TestPod pod : started) {
      pod.poller.stop(new ShutdownEvent());
    }
  }

  @Test
  @DisplayName("two pods share a thousand pieces of work and run none twice")
  void sharedWork() {
    Set<Context> contexts = ConcurrentHashMap.newKeySet();
    Journal first = new Journal("bill", item -> remember(contexts));
    Journal second = new Journal("bill", item -> remember(contexts));
    TestPod one = new TestPod(database, SETTINGS, first);
    TestPod other = new TestPod(database, one.systemNow, SETTINGS, second);
    one.register(TestPod.live("ch_live"));
    database.execute(
        "insert into due_work (channel_id, kind, id, due_at, sandbox, eligible_at) select"
            + " 'ch_live', 'bill', n, '2024-02-19Z', false, '2024-02-19Z' from"
            + " generate_series(1, 1000) n");

    start(one);
    start(other);

    await().atMost(60, TimeUnit.SECONDS).until(() -> remaining().isEmpty());
    assertThat(first.ran).hasSizeGreaterThan(100);
    assertThat(second.ran).hasSizeGreaterThan(100);
    assertThat(first.ran.size() + second.ran.size()).isEqualTo(1000);
    assertThat(contexts).as("a duplicated context each").hasSize(1000);
  }

  @Test
  @DisplayName("what a pod was running when it died is taken over when its lease has ended")
  void takeover() {
    Journal journal = new Journal("bill");
    TestPod dead = new TestPod(database, SETTINGS);
    TestPod alive = new TestPod(database, dead.systemNow, SETTINGS, journal);
    dead.register(TestPod.live("ch_live"));
    dead.schedule("ch_live", "bill", "1", START);
    await(dead.rows.claim(1, START, START.plus(SETTINGS.lease())));

    alive.systemNow.set(START.plus(SETTINGS.lease()).minusNanos(1000));
    assertThat(await(alive.rows.claim(1, alive.clock.systemNow(), START.plusSeconds(99))))
        .isEmpty();
    alive.systemNow.set(START.plus(SETTINGS.lease()));
    start(alive);

    await().until(() -> remaining().isEmpty());
    assertThat(journal.ids()).containsExactly("1");
  }

  @Test
  @DisplayName("a late end of a run does not remove what another pod has taken over")
  void lateEnd() {
    TestPod slow = new TestPod(database, SETTINGS);
    TestPod other = new TestPod(database, slow.systemNow, SETTINGS);
    slow.register(TestPod.live("ch_live"));
    slow.schedule("ch_live", "bill", "1", START);
    Claim claim = await(slow.rows.claim(1, START, START.plusSeconds(60))).getFirst();
    await(other.rows.claim(1, START.plusSeconds(60), START.plusSeconds(120)));

    await(slow.rows.succeeded(claim));

    assertThat(remaining()).containsExactly("1");
  }

  @Test
  @DisplayName("work that its handler schedules anew stays, for the new instant")
  void rescheduled() {
    CompletableFuture<TestPod> pod = new CompletableFuture<>();
    Instant next = START.plus(Duration.ofDays(30));
    Journal journal = new Journal("bill", item -> schedule(pod.join(), item, next));
    pod.complete(new TestPod(database, SETTINGS, journal));
    pod.join().register(TestPod.live("ch_live"));
    pod.join().schedule("ch_live", "bill", "1", START);

    start(pod.join());

    await().until(() -> column("due_at").equals(List.of("2024-03-21T00:00Z")) && unclaimed() == 1);
    assertThat(journal.ids()).containsExactly("1");
  }

  @Test
  @DisplayName("work that is scheduled for the same instant while it runs, runs once more after")
  void scheduledAgainWhileRunning() {
    CompletableFuture<TestPod> pod = new CompletableFuture<>();
    AtomicInteger runs = new AtomicInteger();
    Journal journal =
        new Journal(
            "bill",
            item ->
                runs.incrementAndGet() == 1
                    ? schedule(pod.join(), item, item.dueAt())
                    : Uni.createFrom().voidItem());
    pod.complete(new TestPod(database, SETTINGS, journal));
    pod.join().register(TestPod.live("ch_live"));
    pod.join().schedule("ch_live", "bill", "1", START);

    start(pod.join());

    await().until(() -> remaining().isEmpty());
    assertThat(journal.ids()).containsExactly("1", "1");
  }

  @Test
  @DisplayName("work that its handler has finished in its own transaction is gone with it")
  void finished() {
    CompletableFuture<TestPod> pod = new CompletableFuture<>();
    Journal journal =
        new Journal("bill", item -> transaction(t -> pod.join().dueWork.finish(t, item)));
    pod.complete(new TestPod(database, SETTINGS, journal));
    pod.join().register(TestPod.live("ch_live"));
    pod.join().schedule("ch_live", "bill", "1", START);

    start(pod.join());

    await().until(() -> remaining().isEmpty());
    assertThat(journal.ids()).containsExactly("1");
  }

  @Test
  @DisplayName("withdrawn work does not run")
  void withdrawn() {
    TestPod pod = new TestPod(database, SETTINGS);
    pod.register(TestPod.live("ch_live"));
    pod.schedule("ch_live", "bill", "1", START.plusSeconds(1));

    database.inTransaction(t -> pod.dueWork.withdraw(t, "ch_live", "bill", "1"));

    assertThat(remaining()).isEmpty();
  }

  @Test
  @DisplayName("work that fails waits 1, 2, 4 … seconds, says why, and never longer than the cap")
  void backoff() {
    Journal journal = new Journal("bill", item -> failure("the provider is away"));
    TestPod pod = new TestPod(database, SETTINGS, journal);
    pod.register(TestPod.live("ch_live"));
    pod.schedule("ch_live", "bill", "1", START);
    start(pod);
    await().until(() -> column("attempt").equals(List.of("1")));

    pod.systemNow.set(START.plusSeconds(1));

    await().until(() -> column("attempt").equals(List.of("2")));
    assertThat(column("eligible_at")).containsExactly("2024-02-20T00:00:03Z");
    assertThat(column("last_error")).containsExactly("bill: the provider is away");
    assertThat(journal.ran).extracting(DueItem::attempt).containsExactly(1, 2);
    assertThat(DueRunner.backoff(3, SETTINGS)).isEqualTo(Duration.ofSeconds(4));
    assertThat(DueRunner.backoff(1000, SETTINGS)).isEqualTo(SETTINGS.maxBackoff());
  }

  @Test
  @DisplayName("work that hangs counts as failed after its time")
  void hangs() {
    Journal journal = new Journal("bill", item -> Uni.createFrom().nothing());
    TestSettings impatient = new TestSettings(4, Duration.ofMillis(50), SETTINGS.stepPatience());
    TestPod pod = new TestPod(database, impatient, journal);
    pod.register(TestPod.live("ch_live"));
    pod.schedule("ch_live", "bill", "1", START);

    start(pod);

    await().until(() -> column("last_error").equals(List.of("bill: took longer than PT0.05S")));
  }

  @Test
  @DisplayName("work of a kind that nobody handles stays and says so")
  void nobody() {
    TestPod pod = new TestPod(database, SETTINGS);
    pod.register(TestPod.live("ch_live"));
    pod.schedule("ch_live", "riddle", "1", START);

    start(pod);

    await().until(() -> column("last_error").equals(List.of("riddle: nobody handles riddle")));
  }

  @Test
  @DisplayName("scheduling for a channel that this service has not met is a bug that shows")
  void unknownChannel() {
    TestPod pod = new TestPod(database, SETTINGS);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> pod.schedule("ch_none", "bill", "1", START))
        .isInstanceOf(UnknownChannel.class);
  }

  @Test
  @DisplayName("a stopping pod finishes what it runs and takes nothing more")
  void shutdown() throws InterruptedException {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Journal journal = new Journal("bill", item -> Uni.createFrom().completionStage(end));
    TestPod pod = new TestPod(database, SETTINGS, journal);
    pod.register(TestPod.live("ch_live"));
    pod.schedule("ch_live", "bill", "1", START);
    pod.poller.start(new StartupEvent());
    await().until(() -> journal.ran.size() == 1);
    database.vertx.setTimer(100, timer -> end.complete(null));

    pod.poller.stop(new ShutdownEvent());

    assertThat(remaining()).isEmpty();
    pod.schedule("ch_live", "bill", "2", START);
    pod.poller.poll();
    assertThat(remaining()).containsExactly("2");
  }

  private void start(TestPod pod) {
    started.add(pod);
    pod.poller.start(new StartupEvent());
  }

  private static Uni<Void> remember(Set<Context> contexts) {
    assertThat(VertxContext.isOnDuplicatedContext()).isTrue();
    contexts.add(new Context(Vertx.currentContext()));
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> schedule(TestPod pod, DueItem item, Instant dueAt) {
    return transaction(t -> pod.dueWork.schedule(t, item.channel(), item.kind(), item.id(), dueAt));
  }

  private static Uni<Void> transaction(
      java.util.function.Function<dev.countinghouse.transaction.Transaction, Uni<Void>> work) {
    return new dev.countinghouse.transaction.PgTransactions(database.pool).run(work);
  }

  private static Uni<Void> failure(String reason) {
    return Uni.createFrom().failure(new IllegalStateException(reason));
  }

  private static List<String> remaining() {
    return database.column("select id from due_work order by id");
  }

  private static List<String> column(String name) {
    return database.column("select " + name + " from due_work order by id");
  }

  private static int unclaimed() {
    return database.column("select id from due_work where claimed_until is null").size();
  }

  /** A context by identity. */
  private record Context(io.vertx.core.Context context) {}
}
