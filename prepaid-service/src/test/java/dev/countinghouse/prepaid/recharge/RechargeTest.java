package dev.countinghouse.prepaid.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.ToldEvents;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody answers charges here, so that every purchase is under way until a test ends it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RechargeTest {

  @Inject RechargeScene scene;
  @Inject RebuildBalances rebuild;
  @Inject PlayedOrders orders;
  @Inject PlayedClock clock;
  @Inject SeededChannels channels;
  @Inject ToldEvents told;
  @Inject Tokens tokens;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("PU-5 100 holds that cross the threshold at once: one purchase, and one more later")
  void oneAtATime(boolean live) {
    String channel = scene.onFree(live ? channels.live() : channels.sandboxAt(RechargeScene.START));
    scene.buy(channel, 2_000);
    scene.on(channel, 1_000, 500);

    assertThat(scene.atOnce(channel, 100, 15)).allMatch(HoldAnswer.HELD::equals);

    List<String> first = scene.recharges(channel);
    assertThat(first).hasSize(1);
    orders.carryOut(channel, first.get(0), PlayedOrders.PAID);
    assertThat(compared(channel).stored().availableTenths()).isEqualTo(5_500);
    scene.hold(channel, "later", 4_500);
    assertThat(scene.recharges(channel)).hasSize(2);
    scene.hold(channel, "meanwhile", 500);
    assertThat(scene.recharges(channel)).hasSize(2);
    assertThat(compared(channel).isEqual()).isTrue();
  }

  @Test
  @DisplayName("PU-5 one tenth above the threshold nothing is bought, at it once")
  void boundary() {
    String channel = scene.sandboxWith(2_000);
    scene.on(channel, 1_000, 500);

    scene.hold(channel, "m1", 999);
    assertThat(scene.recharges(channel)).isEmpty();
    scene.hold(channel, "m2", 1);

    assertThat(scene.recharges(channel)).hasSize(1);
    assertThat(orders.onlyDue(channel)).isEqualTo(scene.recharges(channel).get(0));
    scene
        .setting(channel)
        .body("enabled", equalTo(true))
        .body("purchase", equalTo(scene.recharges(channel).get(0)))
        .body("purchaseStatus", equalTo("pending"));
  }

  @Test
  @DisplayName("PU-5 a failed payment switches it off and sends one notice; nothing more is bought")
  void failedPayment() {
    String channel = scene.sandboxWith(1_500);
    scene.on(channel, 1_000, 500);
    scene.hold(channel, "m1", 600);
    String order = orders.onlyDue(channel);

    orders.carryOut(channel, order, PlayedOrders.DECLINED);
    orders.carryOut(channel, order, PlayedOrders.DECLINED);

    scene
        .setting(channel)
        .body("enabled", equalTo(false))
        .body("reason", equalTo("payment.declined"))
        .body("purchase", nullValue());
    assertThat(scene.events(channel)).isEqualTo(1);
    scene.hold(channel, "m2", 600);
    assertThat(scene.recharges(channel)).hasSize(1);
    scene.on(channel, 1_000, 500);
    assertThat(scene.recharges(channel)).hasSize(2);
  }

  @Test
  @DisplayName("PU-5 NOTE-3 in review: told once, shown, and nothing more is bought meanwhile")
  void inReview() {
    String channel = scene.sandboxWith(1_500);
    scene.on(channel, 1_000, 500);
    scene.hold(channel, "m1", 600);
    String order = orders.onlyDue(channel);

    orders.carryOut(channel, order, PlayedOrders.DISPUTED);
    orders.carryOut(channel, order, PlayedOrders.DISPUTED);

    JsonNode inReview = told.await(channel, OrderInReview.TYPE, 1).get(0);
    assertThat(inReview.path("order").asText()).isEqualTo(order);
    assertThat(inReview.path("origin").asText()).isEqualTo("auto-recharge");
    assertThat(inReview.path("items").get(0).asText()).isEqualTo("pu");
    assertThat(inReview.path("reason").asText()).isEqualTo("charge.conflict");
    assertThat(scene.events(channel)).isEqualTo(1);
    scene.hold(channel, "m2", 600);
    scene
        .setting(channel)
        .body("enabled", equalTo(true))
        .body("purchase", equalTo(order))
        .body("purchaseStatus", equalTo("review"))
        .body("reason", nullValue());
    assertThat(scene.recharges(channel)).containsExactly(order);
  }

  @Test
  @DisplayName("PU-5 a hold of more than there is buys, though it is refused itself")
  void tooLittle() {
    String channel = scene.sandboxWith(100);
    scene.on(channel, 0, 500);

    assertThat(scene.hold(channel, "m1", 101)).isEqualTo(HoldAnswer.REFUSED);
    assertThat(scene.recharges(channel)).isEmpty();
    scene.hold(channel, "m2", 100);
    assertThat(scene.recharges(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 points that expire fall below the threshold too")
  void expiry() {
    String channel = scene.onFree(channels.sandboxAt(RechargeScene.START));
    Instant end = RechargeScene.START.plus(Duration.ofDays(1));
    scene.add(
        channel,
        new LedgerCommand.AddLot(
            "short", PointLot.Kind.PURCHASED, 2_000, end, RechargeScene.START));
    scene.on(channel, 1_000, 500);

    clock.set(channel, end);
    scene.hold(channel, "m1", 1);

    assertThat(scene.recharges(channel)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 switched off and on while a purchase is under way: never two at a time")
  void offAndOn() {
    String channel = scene.sandboxWith(1_500);
    scene.on(channel, 1_000, 500);
    scene.hold(channel, "m1", 600);

    tokens.ownerOf(channel).delete(RechargeScene.path(channel)).then().statusCode(204);
    scene.setting(channel).body("enabled", equalTo(false));
    scene.on(channel, 1_000, 700);
    scene.hold(channel, "m2", 600);

    assertThat(scene.recharges(channel)).hasSize(1);
    orders.carryOut(channel, orders.onlyDue(channel), PlayedOrders.PAID);
    scene.setting(channel).body("enabled", equalTo(true)).body("purchase", nullValue());
    scene.hold(channel, "m3", 4_400);
    assertThat(scene.recharges(channel)).hasSize(2);
  }

  private RebuildBalances.Rebuilt compared(String channel) {
    return rebuild.compare(channel).await().atMost(Duration.ofSeconds(30));
  }
}
