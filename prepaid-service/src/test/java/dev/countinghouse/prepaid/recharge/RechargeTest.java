package dev.countinghouse.prepaid.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.hold.PlaceHolds;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody answers charges here, so that every purchase is under way until a test ends it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RechargeTest {

  private static final Instant START = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

  @Inject Transactions transactions;
  @Inject DecideOnAccount account;
  @Inject SwitchRecharge switching;
  @Inject OpenCatalogue catalogues;
  @Inject PlaceHolds place;
  @Inject RebuildBalances rebuild;
  @Inject PlayedOrders orders;
  @Inject PlayedClock clock;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("PU-5 100 holds that cross the threshold at once: one purchase, and one more later")
  void oneAtATime(boolean live) {
    String channel = onFree(live ? channels.live() : channels.sandboxAt(START));
    buy(channel, 2_000);
    on(channel, 1_000, 500);

    assertThat(atOnce(channel, 100, 15)).allMatch(HoldAnswer.HELD::equals);

    List<String> first = recharges(channel);
    assertThat(first).hasSize(1);
    orders.carryOut(channel, first.get(0), PlayedOrders.PAID);
    assertThat(await(rebuild.compare(channel)).stored().availableTenths()).isEqualTo(5_500);
    hold(channel, "later", 4_500);
    assertThat(recharges(channel)).hasSize(2);
    hold(channel, "meanwhile", 500);
    assertThat(recharges(channel)).hasSize(2);
    assertThat(await(rebuild.compare(channel)).isEqual()).isTrue();
  }

  @Test
  @DisplayName("PU-5 one tenth above the threshold nothing is bought, at it once")
  void boundary() {
    String channel = sandboxWith(2_000);
    on(channel, 1_000, 500);

    hold(channel, "m1", 999);
    assertThat(recharges(channel)).isEmpty();
    hold(channel, "m2", 1);

    assertThat(recharges(channel)).hasSize(1);
    assertThat(orders.onlyDue(channel)).isEqualTo(recharges(channel).get(0));
    setting(channel)
        .body("enabled", equalTo(true))
        .body("purchase", equalTo(recharges(channel).get(0)));
  }

  @Test
  @DisplayName("PU-5 a failed payment switches it off and sends one notice; nothing more is bought")
  void failedPayment() {
    String channel = sandboxWith(1_500);
    on(channel, 1_000, 500);
    hold(channel, "m1", 600);
    String order = orders.onlyDue(channel);

    orders.carryOut(channel, order, PlayedOrders.DECLINED);
    orders.carryOut(channel, order, PlayedOrders.DECLINED);

    setting(channel)
        .body("enabled", equalTo(false))
        .body("reason", equalTo("payment.declined"))
        .body("purchase", nullValue());
    assertThat(events(channel)).isEqualTo(1);
    hold(channel, "m2", 600);
    assertThat(recharges(channel)).hasSize(1);
    on(channel, 1_000, 500);
    assertThat(recharges(channel)).hasSize(2);
  }

  @Test
  @DisplayName("PU-5 switched on at the threshold or below it, it buys at once; above it, not")
  void switchedOnBelow() {
    String above = sandboxWith(1_001);
    String at = sandboxWith(1_000);
    String empty = onFree(channels.sandboxAt(START));

    List.of(above, at, empty).forEach(channel -> on(channel, 1_000, 500));

    assertThat(recharges(above)).isEmpty();
    assertThat(recharges(at)).hasSize(1);
    assertThat(recharges(empty)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 a hold of more than there is buys, though it is refused itself")
  void tooLittle() {
    String channel = sandboxWith(100);
    on(channel, 0, 500);

    assertThat(hold(channel, "m1", 101)).isEqualTo(HoldAnswer.REFUSED);
    assertThat(recharges(channel)).isEmpty();
    hold(channel, "m2", 100);
    assertThat(recharges(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 points that expire fall below the threshold too")
  void expiry() {
    String channel = onFree(channels.sandboxAt(START));
    Instant end = START.plus(Duration.ofDays(1));
    add(channel, new LedgerCommand.AddLot("short", PointLot.Kind.PURCHASED, 2_000, end, START));
    on(channel, 1_000, 500);

    clock.set(channel, end);
    hold(channel, "m1", 1);

    assertThat(recharges(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 switched off and on while a purchase is under way: never two at a time")
  void offAndOn() {
    String channel = sandboxWith(1_500);
    on(channel, 1_000, 500);
    hold(channel, "m1", 600);

    tokens.ownerOf(channel).delete(path(channel)).then().statusCode(204);
    setting(channel).body("enabled", equalTo(false));
    on(channel, 1_000, 700);
    hold(channel, "m2", 600);

    assertThat(recharges(channel)).hasSize(1);
    orders.carryOut(channel, orders.onlyDue(channel), PlayedOrders.PAID);
    setting(channel).body("enabled", equalTo(true)).body("purchase", nullValue());
    hold(channel, "m3", 4_400);
    assertThat(recharges(channel)).hasSize(2);
  }

  @Test
  @DisplayName("PU-5 off, nothing is bought: it is opt-in")
  void optIn() {
    String channel = sandboxWith(1_500);
    setting(channel).body("enabled", equalTo(false)).body("threshold", nullValue());

    hold(channel, "m1", 1_500);

    assertThat(recharges(channel)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"units":500}|400|body.invalid
          {"threshold":100}|400|body.invalid
          {"threshold":-1,"units":500}|400|body.invalid
          {"threshold":1.55,"units":500}|400|body.invalid
          {"threshold":10000000000000000000,"units":500}|400|body.invalid
          {"threshold":"100","units":500}|400|body.wrong-type
          {"threshold":100,"units":"500"}|400|body.wrong-type
          {"threshold":100,"units":0}|422|prepaid.quantity-below-minimum
          {"threshold":100,"units":-1}|422|prepaid.quantity-below-minimum
          {"threshold":100,"units":99}|422|prepaid.quantity-below-minimum
          {"threshold":100,"units":100.5}|422|prepaid.quantity-not-whole
          {"threshold":100,"units":10000000000000000000}|422|prepaid.quantity-above-maximum
          {"threshold":100,"units":500,"x":1}|400|body.unknown-field
          """)
  @DisplayName("PU-5 bad input has a code and changes nothing")
  void badInput(String body, int status, String code) {
    String channel = sandboxWith(10);

    tokens
        .ownerOf(channel)
        .body(body)
        .put(path(channel))
        .then()
        .statusCode(status)
        .body("code", equalTo(code));

    setting(channel).body("enabled", equalTo(false)).body("threshold", nullValue());
  }

  @Test
  @DisplayName("SYS-3 owners switch it, agents see it")
  void roles() {
    String channel = sandboxWith(10);

    tokens.agentOf(channel).delete(path(channel)).then().statusCode(403);
    tokens
        .agentOf(channel)
        .body("{\"threshold\":1,\"units\":500}")
        .put(path(channel))
        .then()
        .statusCode(403);
    tokens.agentOf(channel).get(path(channel)).then().statusCode(200);
  }

  private void on(String channel, long thresholdTenths, long units) {
    SwitchRecharge.Result result =
        await(
            catalogues
                .open(channel)
                .chain(all -> switching.on(all, thresholdTenths, BigDecimal.valueOf(units))));
    assertThat(result).isInstanceOf(SwitchRecharge.Result.On.class);
  }

  private ValidatableResponse setting(String channel) {
    return tokens.ownerOf(channel).get(path(channel)).then().statusCode(200);
  }

  private static String path(String channel) {
    return "/v1/channels/" + channel + "/pu/auto-recharge";
  }

  private String sandboxWith(long tenths) {
    String channel = onFree(channels.sandboxAt(START));
    buy(channel, tenths);
    return channel;
  }

  private void buy(String channel, long tenths) {
    add(channel, new LedgerCommand.AddLot("bought", PointLot.Kind.PURCHASED, tenths, LATE, START));
  }

  private void add(String channel, LedgerCommand lot) {
    await(transactions.run(tx -> account.decide(tx, channel, lot)));
  }

  private String hold(String channel, String id, long tenths) {
    return await(asked(channel, id, tenths));
  }

  private List<String> atOnce(String channel, int count, long tenths) {
    List<CompletableFuture<String>> answers =
        IntStream.range(0, count)
            .mapToObj(i -> asked(channel, "m" + i, tenths).subscribeAsCompletionStage())
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private Uni<String> asked(String channel, String id, long tenths) {
    return place
        .place(List.of(new HoldRequest(id, channel, tenths, "sms", START)))
        .map(answers -> answers.get(0).status());
  }

  private List<String> recharges(String channel) {
    String sql =
        "select order_id from prepaid_order where channel_id = $1 and origin = 'auto-recharge'"
            + " order by order_id";
    return await(transactions.single(sql, channel)).stream().map(row -> row.string(0)).toList();
  }

  /** How many events the channel's outbox has ever had; those that Kafka has are gone from it. */
  private long events(String channel) {
    String sql = "select last_sequence from outbox_key where key = $1";
    return await(transactions.single(sql, channel)).get(0).longValue(0);
  }

  private String onFree(String channel) {
    String sql =
        "insert into channel_plan (channel_id, standing, plan, book, book_version, since)"
            + " values ($1, 'free', 'free', 'mau-2023', 1, now())";
    await(transactions.run(tx -> tx.update(sql, channel)));
    return channel;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
