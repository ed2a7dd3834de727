package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.HeldRows;
import dev.countinghouse.prepaid.HeldRows.Held;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One key twice at once, one step after the other: rows are held until the next step is due. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class SameKeyAtOnceTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String CART =
      """
      {"lines":[{"item":"mu","monthlyQuantity":2000},{"item":"pu","monthlyQuantity":1000}]}
      """;

  @Inject BoughtLots bought;
  @Inject HeldRows rows;
  @Inject ScriptedAnswers subscription;
  @Inject Tokens tokens;

  private ExecutorService clients;
  private String channel;

  @BeforeEach
  void payForAPeriod() {
    clients = Executors.newVirtualThreadPerTaskExecutor();
    channel = bought.channelOn("early-stage", NOW);
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  @DisplayName(
      "SYS-2 PU-4 a repeat that begins before the first is stored, and goes on after it was paid:"
          + " one order, one lot, one charge, points once")
  void purchase() {
    subscription.charges(channel, Scripted.paid());
    Held first = rows.plan(channel).await();
    Future<Response> one = post("/prepaid/purchases", CART);
    rows.awaitWaiting(1);
    Held second = rows.plan(channel);
    rows.awaitWaiting(2);
    Future<Response> two = post("/prepaid/purchases", CART);
    rows.awaitWaiting(3);

    first.release();
    assertThat(one).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    second.release();

    assertThat(two).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    String id = one.resultNow().path("id");
    assertThat(two.resultNow().<String>path("id")).isEqualTo(id);
    assertThat(subscription.askedCharges(channel)).containsExactly(id);
    get("/prepaid/purchases").body("items.id", contains(id)).body("items.status", contains("paid"));
    get("/prepaid/lots").body("items.order", contains(id, id));
    get("/pu").body("available", equalTo("1000"));
  }

  @Test
  @DisplayName("SYS-2 PU-4 a repeat while the first waits for its answer asks for the same charge")
  void purchaseWithoutAnAnswerYet() {
    subscription.charges(channel, Scripted.pending(), Scripted.pending(), Scripted.paid());

    Future<Response> one = post("/prepaid/purchases", CART);
    Future<Response> two = post("/prepaid/purchases", CART);

    assertThat(one).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    assertThat(two).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    assertThat(subscription.askedCharges(channel)).containsOnly(one.resultNow().<String>path("id"));
    get("/prepaid/lots").body("items", hasSize(2));
    get("/pu").body("available", equalTo("1000"));
  }

  @Test
  @DisplayName("SYS-2 PRE-15 two refunds of one key at once are one: both say so, paid back once")
  void refund() {
    subscription.refunds(channel, Scripted.refunded());
    String lot = bought.buy(channel, "mu", 2000, false);
    Held held = rows.lots(channel).await();
    Future<Response> one = post("/prepaid/lots/" + lot + "/refund", "");
    rows.awaitWaiting(1);
    Future<Response> two = post("/prepaid/lots/" + lot + "/refund", "");
    rows.awaitWaiting(2);

    held.release();

    assertThat(one).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    assertThat(two).succeedsWithin(BOUND).extracting(Response::statusCode).isEqualTo(201);
    String id = one.resultNow().path("id");
    assertThat(two.resultNow().<String>path("id")).isEqualTo(id);
    assertThat(subscription.askedRefunds(channel)).containsOnly(id);
    get("/prepaid/lots").body("items.status", contains("refunded"));
  }

  private Future<Response> post(String path, String body) {
    return clients.submit(
        () ->
            tokens
                .ownerOf(channel)
                .header("Idempotency-Key", "same")
                .body(body)
                .post("/v1/channels/" + channel + path));
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get("/v1/channels/" + channel + path).then().statusCode(200);
  }
}
