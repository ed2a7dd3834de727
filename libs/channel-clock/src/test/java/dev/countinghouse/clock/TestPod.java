package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A pod: the library's beans wired by hand, on a system clock that the test sets. */
final class TestPod implements ChannelSource {

  static final Instant START = Instant.parse("2024-02-20T00:00:00Z");

  final AtomicReference<Instant> systemNow;
  final Map<String, ChannelView> known = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  final Pod pod = new Pod();
  final ChannelRows channels;
  final StoredChannelClock clock;
  final StoredDueWork dueWork;
  final DueRows rows;
  final DueRunner runner;
  final DuePoller poller;
  final ChannelDueWork steps;
  final ClockResource resource;
  private final TestDatabase database;

  TestPod(TestDatabase database, TestSettings settings, DueWorkHandler... handlers) {
    this(database, new AtomicReference<>(START), settings, handlers);
  }

  TestPod(
      TestDatabase database,
      AtomicReference<Instant> systemNow,
      TestSettings settings,
      DueWorkHandler... handlers) {
    this.database = database;
    this.systemNow = systemNow;
    InstantSource system = systemNow::get;
    channels = new ChannelRows(database.pool);
    clock = new StoredChannelClock(channels, this, system, settings);
    Wakeup wakeup = new Wakeup(database.vertx, settings);
    dueWork = new StoredDueWork(clock, pod, wakeup);
    rows = new DueRows(database.pool, pod);
    OwnContext context = new OwnContext(database.vertx);
    runner = new DueRunner(rows, new DueWorkHandlers(List.of(handlers)), context, clock, settings);
    poller = new DuePoller(database.vertx, rows, runner, clock, wakeup, settings);
    steps = new ChannelDueWork(rows, runner, clock, settings);
    resource = new ClockResource(clock, channels, rows, steps);
  }

  @Override
  public Uni<ChannelView> find(String channel) {
    asked.incrementAndGet();
    return Uni.createFrom().item(known.get(channel));
  }

  void register(ChannelView channel) {
    database.inTransaction(transaction -> clock.register(transaction, channel));
  }

  void schedule(String channel, String kind, String id, Instant dueAt) {
    database.inTransaction(transaction -> dueWork.schedule(transaction, channel, kind, id, dueAt));
  }

  DueWorkAnswer step(String channel, Instant now) {
    return TestDatabase.await(steps.run(channel, now));
  }

  void move(String channel, Instant now) {
    TestDatabase.await(channels.move(channel, now, false));
  }

  static ChannelView live(String channel) {
    return new ChannelView(channel, "Asia/Seoul", "USD", "KR", "mau-2023", 1, false, null);
  }

  static ChannelView sandbox(String channel) {
    return new ChannelView(channel, "Asia/Seoul", "USD", "KR", "mau-2023", 1, true, START);
  }
}
