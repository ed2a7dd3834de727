package dev.countinghouse.prepaid.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every use case of two channels at once, while the clock of one of them steps through a month. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class EverythingAtOnceTest {

  private static final Logger LOG = Logger.getLogger(EverythingAtOnceTest.class);

  private static final long SEED = 20240110;
  private static final int CALLERS = 4;
  private static final int CALLS = 40;
  private static final int EVENTS = 25;
  private static final LocalDate FIRST = LocalDate.parse("2024-01-20");
  private static final int DAYS = 32;
  private static final int SERVER_ERROR = 500;

  @Inject UsageScene scene;
  @Inject Events events;
  @Inject ScriptedAnswers subscription;
  @Inject SettledBooks books;
  @Inject Tokens tokens;

  private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

  @Test
  @DisplayName("PU-1 PRE-6 SYS-5 everything at once: no deadlock, no 5xx, and the books agree")
  void everythingAtOnce() {
    long deadlocks = books.deadlocks();
    BusyChannel sandbox = sandbox();
    BusyChannel live = live();

    together(
        Stream.of(
                callers(sandbox),
                callers(live),
                Stream.<Runnable>of(
                    () -> steps(sandbox.channel()),
                    () -> usage(sandbox.channel(), FIRST),
                    () -> usage(live.channel(), LocalDate.now(UsageScene.SEOUL).minusDays(3)),
                    () -> settlements(sandbox),
                    () -> settlements(live)))
            .flatMap(works -> works));

    LOG.infof("seed %d: %s", SEED, counted());
    assertThat(errors).as("5xx, seed %d", SEED).isEmpty();
    assertThat(books.deadlocks()).as("deadlocks, seed %d", SEED).isEqualTo(deadlocks);
    books.check(sandbox.channel(), EVENTS * 60L);
    books.check(live.channel(), EVENTS * 60L);
  }

  private BusyChannel sandbox() {
    String channel = scene.channelOn(FIRST.toString());
    scene.trial(channel, "usage-2024", "growth", "2023-12-18");
    scene.period(channel, "usage-2024", "growth", "2024-01-01", "2024-02-01");
    IntStream.rangeClosed(20, 28)
        .forEach(day -> scene.buy(channel, "workflow-action", 100, "2023-01-" + day));
    return answered(channel);
  }

  private BusyChannel live() {
    String channel = scene.liveChannel();
    LocalDate today = LocalDate.now(UsageScene.SEOUL);
    String start = today.minusDays(10).toString();
    scene.period(channel, "usage-2024", "growth", start, today.plusDays(20).toString());
    scene.buy(channel, "workflow-action", 100, start);
    return answered(channel);
  }

  private BusyChannel answered(String channel) {
    subscription.paymentMethod(channel);
    subscription.charges(channel, often(Scripted.paid(), Scripted.declined("payment.declined")));
    subscription.refunds(
        channel, often(Scripted.refunded(), Scripted.declined("payment.declined")));
    return new BusyChannel(tokens, channel);
  }

  /** Mostly the one, now and then the other, and at last the one for ever. */
  private static Scripted[] often(Scripted mostly, Scripted sometimes) {
    List<Scripted> all = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      all.addAll(List.of(mostly, mostly, sometimes, mostly));
    }
    return all.toArray(Scripted[]::new);
  }

  private Stream<Runnable> callers(BusyChannel channel) {
    return IntStream.range(0, CALLERS).mapToObj(caller -> () -> calls(channel, caller));
  }

  private void calls(BusyChannel channel, int caller) {
    Random random = new Random(SEED + caller);
    for (int call = 0; call < CALLS; call++) {
      String name = channel.names().get(random.nextInt(channel.names().size()));
      note(name, channel.call(name, random));
    }
  }

  private void note(String name, Response answer) {
    answers.add(name + " " + answer.statusCode());
    if (answer.statusCode() >= SERVER_ERROR) {
      errors.add(name + " " + answer.statusCode() + " " + answer.asString());
    }
  }

  /** Day by day; on the way a new period begins, lots end and are renewed, windows close. */
  private void steps(String channel) {
    for (int day = 1; day <= DAYS; day++) {
      LocalDate today = FIRST.plusDays(day);
      scene.advance(channel, today.toString());
      if (today.getDayOfMonth() == 1) {
        scene.period(channel, "usage-2024", "growth", "2024-02-01", "2024-03-01");
        scene
            .close(channel, "usage-2024", "growth", "2024-01-01", "2024-02-01", Map.of("mau", 40L))
            .statusCode(200);
      }
    }
  }

  private void usage(String channel, LocalDate first) {
    Random random = new Random(SEED);
    for (int event = 0; event < EVENTS; event++) {
      scene.use(channel, first.plusDays(random.nextInt(event + 1)).toString(), 60);
    }
  }

  private void settlements(BusyChannel channel) {
    Random random = new Random(SEED);
    for (int event = 0; event < EVENTS; event++) {
      String hold = channel.someHold(random);
      MessageSettled settled =
          new MessageSettled(
              channel.channel(), hold, hold, 0, "failed", UsageScene.startOf(FIRST.toString()));
      events.ofMessaging(channel.channel(), MessageSettled.TYPE, settled);
    }
  }

  private Map<String, Long> counted() {
    return answers.stream()
        .collect(Collectors.groupingBy(answer -> answer, TreeMap::new, Collectors.counting()));
  }

  private static void together(Stream<Runnable> works) {
    // Not virtual: what RestAssured generates as it goes pins them, and then nobody goes on.
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> all = works.<Future<?>>map(threads::submit).toList();
      all.forEach(EverythingAtOnceTest::join);
    }
  }

  private static void join(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
