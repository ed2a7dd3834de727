package dev.countinghouse.prepaid.closing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An item that a book bills in arrears and does not sell prepaid. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class OnDemandTest {

  private static final String BOOK = "interactions";
  private static final String PLAN = "essential";

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void january() {
    channel = scene.channelOn("2024-01-20");
    scene.period(channel, BOOK, PLAN, "2024-01-01", "2024-02-01");
  }

  @Test
  @DisplayName("INT-4 beyond the allowance it is billed by the unit")
  void billed() {
    interactions(1_000);
    interactions(500);

    close()
        .body("lines.item", contains("interaction"))
        .body("lines.quantity", contains("500"))
        .body("lines.amountMinor", contains(100))
        .body("lines.description", contains("interaction beyond the allowance, units 1,001–1,500"));
  }

  @Test
  @DisplayName("INT-4 the allowance itself is not billed")
  void included() {
    interactions(1_000);

    close().body("lines", empty());
  }

  @Test
  @DisplayName("PRE-16 INT-4 the channel's own ceiling holds for it too")
  void limited() {
    scene.limit(channel, "interaction", "{\"monthly\":1200}").statusCode(200);
    interactions(1_500);

    close().body("lines.quantity", contains("200")).body("lines.amountMinor", contains(40));
  }

  @Test
  @DisplayName("PRE-10 it is in no catalogue and no cart")
  void notSold() {
    tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/items")
        .then()
        .statusCode(200)
        .body("groups", empty());
    tokens
        .ownerOf(channel)
        .body("{\"lines\":[{\"item\":\"interaction\",\"monthlyQuantity\":100}]}")
        .post("/v1/channels/" + channel + "/prepaid/quotes")
        .then()
        .statusCode(422)
        .body("code", equalTo("prepaid.unknown-item"));
  }

  private void interactions(long quantity) {
    scene.useAt(channel, "interactions", UsageScene.startOf("2024-01-15"), quantity);
  }

  private ValidatableResponse close() {
    scene.set(channel, UsageScene.startOf("2024-02-01"));
    return scene.close(channel, BOOK, PLAN, "2024-01-01", "2024-02-01", Map.of()).statusCode(200);
  }
}
