package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.localstack.PostgresServer;
import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The ledger under 64 clients while prepaid-service and PostgreSQL are killed. A stack of its own,
 * whose commits wait for the disk: what it was told is committed must be there afterwards.
 */
class LedgerChaosTest {

  private static final int CLIENTS = 64;
  private static final int CHANNELS = 4;
  private static final int MEANINGFUL = 30;
  private static final long GRANTED_TENTHS = 10_000;
  private static final Duration CALM = Duration.ofSeconds(4);

  private final long seed = System.nanoTime();

  @Test
  @DisplayName(
      "PU-1 PU-3 PU-4 SYS-1 with 64 clients, repeated ids and kill -9 of prepaid-service and of"
          + " PostgreSQL no hold is lost or doubled, available is never negative, the journal sums to"
          + " zero")
  void nothingLostNothingDoubled() throws IOException, SQLException {
    // The logs stay for whoever must find out why.
    Path directory = Files.createTempDirectory(Path.of("target"), "chaos");
    try (Suite suite = Suite.start(durable(directory))) {
      // Given
      List<HoldTraffic> traffic = channels(suite);

      // When
      storm(suite, traffic);

      // Then
      hold(suite, traffic);
    }
  }

  private static Suite.Settings durable(Path directory) {
    Set<SuiteService> some =
        EnumSet.of(SuiteService.GATEWAY, SuiteService.SUBSCRIPTION, SuiteService.PREPAID);
    return Suite.Settings.forTests(directory).withDurableCommits().only(some);
  }

  private static List<HoldTraffic> channels(Suite suite) {
    Client owner = new Client(suite.gateway(), suite.token("owner-chaos"));
    Client prepaid = new Client(suite.url(SuiteService.PREPAID), suite.internalToken("chaos"));
    List<HoldTraffic> channels = new ArrayList<>();
    for (int number = 0; number < CHANNELS; number++) {
      channels.add(new HoldTraffic(prepaid, Trials.onTrial(owner, "chaos " + number)));
    }
    return channels;
  }

  /** Two thirds of the clients share the first channel's account. */
  private void storm(Suite suite, List<HoldTraffic> traffic) {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (int number = 0; number < CLIENTS; number++) {
        HoldTraffic channel = traffic.get(number % 3 == 0 ? number % CHANNELS : 0);
        long own = seed + number;
        clients.add(CompletableFuture.runAsync(() -> channel.play(own, over::get), threads));
      }
      crashes(suite, over);
      over.set(true);
      CompletableFuture.allOf(clients.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw new AssertionError("seed " + seed, e.getCause());
    } finally {
      over.set(true);
    }
  }

  private static void crashes(Suite suite, AtomicBoolean over) {
    PostgresServer postgres = suite.servers().postgres();
    calm();
    suite.kill9(SuiteService.PREPAID);
    suite.restart(SuiteService.PREPAID);
    calm();
    postgres.kill();
    postgres.restart();
    calm();
    assertThat(over).isFalse();
  }

  /** Load without a crash, so that the next one meets work under way. */
  private static void calm() {
    long until = System.nanoTime() + CALM.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** Whatever is wrong, the history that led there can be played again by its seed. */
  private void hold(Suite suite, List<HoldTraffic> traffic) throws SQLException {
    try {
      for (HoldTraffic channel : traffic) {
        holdsWhatItSaid(suite, channel);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static void holdsWhatItSaid(Suite suite, HoldTraffic channel) throws SQLException {
    channel.placeAllAgain();
    assertThat(channel.witness().held()).as("holds to check").hasSizeGreaterThan(MEANINGFUL);
    Expected expected = Expected.of(channel);
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(channel.witness().contradictions()).as("same id, same answer").isEmpty();
    softly.assertThat(expected.lost()).as("holds and ends that are gone").isEmpty();
    JsonNode rebuilt = channel.rebuilt();
    softly.assertThat(rebuilt.path("equal").asBoolean()).as("rebuilt %s", rebuilt).isTrue();
    try (Connection database = suite.servers().postgres().connect("prepaid")) {
      booksAreClosed(softly, new Journal(database, channel.channel()), expected);
    }
    softly.assertAll();
  }

  private static void booksAreClosed(SoftAssertions softly, Journal journal, Expected expected)
      throws SQLException {
    softly.assertThat(journal.sum()).as("the journal's sum").isZero();
    softly.assertThat(journal.lopsidedMovements()).as("movements that do not sum to zero").isZero();
    softly.assertThat(journal.numberingFaults()).as("entries lost or doubled").isZero();
    softly.assertThat(journal.doubledMovements()).as("holds moved twice").isZero();
    softly.assertThat(journal.lowestAvailable()).as("lowest available").isNotNegative();
    softly.assertThat(journal.of("consumed")).as("captured").isEqualTo(expected.captured());
    softly.assertThat(journal.of("held")).as("held").isEqualTo(expected.held());
    softly
        .assertThat(journal.of("available"))
        .as("available")
        .isEqualTo(GRANTED_TENTHS - expected.captured() - expected.held());
  }

  /** What follows from the answers that the clients got, and nothing else. */
  private record Expected(long held, long captured, List<String> lost) {

    static Expected of(HoldTraffic channel) {
      long held = 0;
      long captured = 0;
      List<String> lost = new ArrayList<>();
      for (String id : channel.witness().held()) {
        JsonNode hold = channel.read(id);
        HoldPlan plan = HoldPlan.of(id);
        String status = channel.witness().statusOf(id);
        held += status.equals("open") ? plan.tenths() : 0;
        captured += status.equals("captured") ? plan.captured() : 0;
        if (hold.path("tenths").asLong() != plan.tenths()
            || !hold.path("status").asText().equals(status)) {
          lost.add("expected " + plan + " " + status + ", found " + hold);
        }
      }
      return new Expected(held, captured, lost);
    }
  }
}
