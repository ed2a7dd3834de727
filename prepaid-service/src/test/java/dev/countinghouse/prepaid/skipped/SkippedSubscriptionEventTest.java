package dev.countinghouse.prepaid.skipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What tells a channel's plan is applied after what followed it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class SkippedSubscriptionEventTest {

  private static final String BOOK = "mau-2023";
  private static final String ACTIONS =
      "{\"item\":\"workflow-action\",\"monthlyQuantity\":2000,\"renew\":false}";

  @Inject UsageScene scene;
  @Inject Events events;
  @Inject Tokens tokens;
  @Inject PlayedOrders orders;
  @Inject Transactions transactions;

  private String channel;

  @BeforeEach
  void created() {
    channel = scene.channelOn("2024-01-10");
    Instant createdAt = UsageScene.startOf("2024-01-01");
    events.ofSubscription(
        channel,
        "channel.created",
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", BOOK, 1, true, createdAt));
  }

  @Test
  @DisplayName(
      "PRE-12 PRE-13 a period applied after its subscription has ended: Free, nothing bought")
  void periodAfterItsEnd() {
    scene.period(channel, BOOK, "paid", "2024-01-01", "2024-02-01");
    reserve().statusCode(201);
    skip(() -> scene.period(channel, BOOK, "paid", "2024-02-01", "2024-03-01"));
    scene.ended(channel, "2024-02-10");
    scene.set(channel, UsageScene.startOf("2024-02-12"));

    apply(3);

    buy().statusCode(409).body("code", equalTo("prepaid.plan-free"));
    reservations().body("items.status", contains("reserved"));
    assertThat(orders.due(channel)).isEmpty();
  }

  @Test
  @DisplayName("PRE-9 usage of a period that was skipped counts for it, and up to its end only")
  void usageOfASkippedPeriod() {
    scene.period(channel, BOOK, "paid", "2024-01-01", "2024-02-01");
    skip(() -> scene.period(channel, BOOK, "paid", "2024-02-01", "2024-03-01"));
    scene.ended(channel, "2024-02-10");
    scene.set(channel, UsageScene.startOf("2024-02-20"));
    scene.use(channel, "2024-02-05", 70);
    scene.use(channel, "2024-02-15", 7);

    apply(3);

    scene
        .statement(channel, "2024-02-01", "2024-02-29")
        .body("periods.standing", contains("paid", "free"))
        .body("periods.total", contains("70", "7"))
        .body("periods[0].end", equalTo(UsageScene.startOf("2024-02-10").toString()));
  }

  @Test
  @DisplayName("PRE-13 a period applied after the next has begun: the next plan stays")
  void periodAfterTheNext() {
    scene.period(channel, BOOK, "paid", "2024-01-01", "2024-02-01");
    skip(() -> scene.period(channel, BOOK, "paid", "2024-02-01", "2024-03-01"));
    scene.set(channel, UsageScene.startOf("2024-02-10"));
    reserve().statusCode(201).body("executesOn", nullValue());
    scene.period(channel, BOOK, "paid", "2024-03-01", "2024-04-01");
    scene.set(channel, UsageScene.startOf("2024-03-10"));
    reserve().statusCode(201);

    apply(3);

    reserve().statusCode(201).body("executesOn", equalTo("2024-04-01"));
    assertThat(orders.due(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PRE-13 a period applied before anything follows it carries out reservations")
  void periodInTime() {
    scene.period(channel, BOOK, "paid", "2024-01-01", "2024-02-01");
    reserve().statusCode(201);
    skip(() -> scene.period(channel, BOOK, "paid", "2024-02-01", "2024-03-01"));
    scene.set(channel, UsageScene.startOf("2024-02-02"));

    apply(3);

    reservations().body("items.status", contains("executing"));
    assertThat(orders.due(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PRE-12 a trial applied after it has ended without a paid period: Free")
  void trialAfterItsEnd() {
    skip(() -> scene.trial(channel, BOOK, "paid", "2024-01-10"));
    scene.toFree(channel, "2024-01-24");
    scene.set(channel, UsageScene.startOf("2024-01-25"));

    apply(2);

    reserve().statusCode(409).body("code", equalTo("prepaid.plan-free"));
    reservations().body("items", hasSize(0));
  }

  @Test
  @DisplayName("TIME-3 a trial that began on a clock set back behind its channel's creation")
  void beforeItsCreation() {
    // The event of the channel's creation is of 2024-02-20.
    scene.trial(channel, BOOK, "paid", "2024-01-10");

    reserve().statusCode(201).body("executesOn", equalTo("2024-01-24"));
    scene.period(channel, BOOK, "paid", "2024-02-15", "2024-03-15");
    scene.set(channel, UsageScene.startOf("2024-02-26"));
    scene.use(channel, "2024-02-25", 3);
    scene
        .statement(channel, "2024-02-25", "2024-02-25")
        .body("periods.standing", contains("paid"))
        .body("periods.total", contains("3"));
  }

  private void skip(Runnable event) {
    alter("add constraint outage check (channel_id <> '" + channel + "') not valid");
    event.run();
    alter("drop constraint outage");
  }

  private void alter(String change) {
    transactions
        .run(tx -> tx.update("alter table billing_period " + change))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void apply(long sequence) {
    tokens
        .operator()
        .post(path("/skipped-events/subscription/" + sequence + "/application"))
        .then()
        .statusCode(204);
  }

  private ValidatableResponse reserve() {
    return tokens.ownerOf(channel).body(ACTIONS).post(path("/reservations")).then();
  }

  private ValidatableResponse reservations() {
    return tokens.ownerOf(channel).get(path("/reservations")).then().statusCode(200);
  }

  private ValidatableResponse buy() {
    return tokens.ownerOf(channel).body(ACTIONS).post(path("/purchases")).then();
  }

  private String path(String below) {
    return "/v1/channels/" + channel + "/prepaid" + below;
  }
}
