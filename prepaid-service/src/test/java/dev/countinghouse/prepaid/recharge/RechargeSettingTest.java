package dev.countinghouse.prepaid.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody answers charges here, so that every purchase is under way until a test ends it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RechargeSettingTest {

  @Inject RechargeScene scene;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  @Test
  @DisplayName("PU-5 switched on at the threshold or below it, it buys at once; above it, not")
  void switchedOnBelow() {
    String above = scene.sandboxWith(1_001);
    String at = scene.sandboxWith(1_000);
    String empty = scene.onFree(channels.sandboxAt(RechargeScene.START));

    List.of(above, at, empty).forEach(channel -> scene.on(channel, 1_000, 500));

    assertThat(scene.recharges(above)).isEmpty();
    assertThat(scene.recharges(at)).hasSize(1);
    assertThat(scene.recharges(empty)).hasSize(1);
  }

  @Test
  @DisplayName("PU-5 off, nothing is bought: it is opt-in")
  void optIn() {
    String channel = scene.sandboxWith(1_500);
    scene.setting(channel).body("enabled", equalTo(false)).body("threshold", nullValue());

    scene.hold(channel, "m1", 1_500);

    assertThat(scene.recharges(channel)).isEmpty();
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
    String channel = scene.sandboxWith(10);

    tokens
        .ownerOf(channel)
        .body(body)
        .put(RechargeScene.path(channel))
        .then()
        .statusCode(status)
        .body("code", equalTo(code));

    scene.setting(channel).body("enabled", equalTo(false)).body("threshold", nullValue());
  }

  @Test
  @DisplayName("SYS-3 owners switch it, agents see it")
  void roles() {
    String channel = scene.sandboxWith(10);

    tokens.agentOf(channel).delete(RechargeScene.path(channel)).then().statusCode(403);
    tokens
        .agentOf(channel)
        .body("{\"threshold\":1,\"units\":500}")
        .put(RechargeScene.path(channel))
        .then()
        .statusCode(403);
    tokens.agentOf(channel).get(RechargeScene.path(channel)).then().statusCode(200);
  }
}
