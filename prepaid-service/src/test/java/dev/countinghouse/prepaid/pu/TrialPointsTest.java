package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class TrialPointsTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(14));

  @Inject Events events;
  @Inject PlayedClock clock;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;
  @Inject RebuildBalances rebuild;

  private String channel;

  @BeforeEach
  void startTrial() {
    channel = channels.sandboxAt(START);
    TrialStarted trial =
        new TrialStarted(channel, "paid", List.of("operation"), "mau-2023", 1, START, END, 10_000);
    events.ofSubscription(channel, TrialStarted.TYPE, trial);
  }

  @Test
  @DisplayName("TRI-4 starting grants 1,000 PU")
  void granted() {
    balances("1000", "0", "1000");
  }

  @Test
  @DisplayName("TRI-4 gone at the trial's end: the event alone, before any due work")
  void goneWithTheEvent() {
    clock.set(channel, END);

    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, END, true));

    balances("0", "0", "0");
    expiredOnce();
  }

  @Test
  @DisplayName("TRI-4 gone at the trial's end: the clock alone, before any event or due work")
  void goneWithTheClock() {
    clock.set(channel, END.minusNanos(1000));
    balances("1000", "0", "1000");

    clock.set(channel, END);

    balances("0", "0", "0");
  }

  @Test
  @DisplayName("TRI-4 the rest expires once: due work, then the event")
  void expiresOnce() {
    clock.advance(channel, END);

    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, END, false));

    balances("0", "0", "0");
    expiredOnce();
  }

  @Test
  @DisplayName("MSG-6 delivered → capture, failed → release; a late report changes nothing")
  void settledByEvents() {
    hold("delivered");
    hold("failed");

    settled("delivered", 100, "delivered");
    settled("failed", 0, "failed");
    settled("failed", 280, "delivered");

    balances("990", "0", "990");
  }

  @Test
  @DisplayName("PU-3 a hold that nobody settles expires by itself after 72 h")
  void holdExpiresByItself() {
    hold("forgotten");

    clock.advance(channel, START.plus(Duration.ofHours(72)));

    tokens
        .service()
        .get("/internal/channels/" + channel + "/holds/forgotten")
        .then()
        .body("status", equalTo("expired"));
    settled("forgotten", 100, "delivered");
    balances("1000", "0", "1000");
  }

  @Test
  @DisplayName("PU-3 holds of different hours expire each in its own")
  void everySweepPlansTheNext() {
    hold("first");
    clock.set(channel, START.plus(Duration.ofHours(5)));
    hold("second");

    clock.advance(channel, START.plus(Duration.ofHours(72)));
    balances("1000", "28", "972");
    clock.advance(channel, START.plus(Duration.ofHours(77)));

    assertThat(
            rebuild.compare(channel).await().atMost(Duration.ofSeconds(10)).stored().heldTenths())
        .isZero();
  }

  private void hold(String id) {
    String body =
        "{\"holds\":[{\"id\":\"%s\",\"channel\":\"%s\",\"tenths\":280,\"reason\":\"lms\",\"at\":\"%s\"}]}"
            .formatted(id, channel, START);
    tokens
        .service()
        .body(body)
        .post("/internal/holds")
        .then()
        .body("holds[0].status", equalTo("held"));
  }

  private void settled(String id, long tenths, String outcome) {
    events.ofMessaging(
        channel,
        MessageSettled.TYPE,
        new MessageSettled(channel, id, id, tenths, outcome, START.plus(Duration.ofHours(1))));
  }

  private void expiredOnce() {
    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/pu/entries")
        .then()
        .body("items.size()", equalTo(4))
        .body("items[0].kind", equalTo("expiry"));
    assertThat(rebuild.compare(channel).await().atMost(Duration.ofSeconds(10)).isEqual()).isTrue();
  }

  private void balances(String posted, String held, String available) {
    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/pu")
        .then()
        .statusCode(200)
        .body("posted", equalTo(posted))
        .body("held", equalTo(held))
        .body("available", equalTo(available));
  }
}
