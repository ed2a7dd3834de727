package dev.countinghouse.prepaid.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.BoughtLots;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class CatalogueResourceTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");

  @Inject BoughtLots bought;
  @Inject Events events;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  @Test
  @DisplayName("BOOK-1 the items of the channel's book, in its groups and its order")
  void groups() {
    items(bought.channelOn("early-stage", NOW))
        .body("priceBook", equalTo("usage-2024"))
        .body("plan", equalTo("early-stage"))
        .body("standing", equalTo("paid"))
        .body("groups.group", contains("required", "add-ons", "integrations"))
        .body("groups[0].items.id", contains("mu", "basic-seat", "operator-seat"))
        .body(
            "groups[1].items.id",
            contains("workflow-action", "marketing-message", "security-bundle", "white-label"))
        .body("groups[2].items.id", contains("pu"));
  }

  @Test
  @DisplayName("PRE-8 PRE-10 an item with its limits, its discount and its prices as tiers")
  void prices() {
    items(bought.channelOn("early-stage", NOW))
        .root("groups[1].items[0].")
        .body("minimum", equalTo(51))
        .body("maximum", equalTo(1_000_000))
        .body("months", equalTo(12))
        .body("discount", equalTo("0.25"))
        .body("price.model", equalTo("graduated"))
        .body("price.tiers.from", contains(1, 51, 3001, 20_001))
        .body("price.tiers.upTo", contains(50, 3000, 20_000, null))
        .body("price.tiers.unit", contains("0", "0.1", "0.05", "0.01"))
        .root("groups[2].items[0].")
        .body("discount", equalTo("0"))
        .body("months", equalTo(1))
        .body("price.tiers.unit", contains("0.001"));
  }

  @Test
  @DisplayName("PRE-7 PRE-11 what is included, what is bought, and the room that is left")
  void room() {
    String channel = bought.channelOn("early-stage", NOW);
    bought.buy(channel, "mu", 1500, false);

    items(channel)
        .root("groups[0].items[0].")
        .body("included", equalTo(1000))
        .body("planLimit", equalTo(3000))
        .body("bought", equalTo(1500))
        .body("room", equalTo(500))
        .root("groups[1].items[0].")
        .body("included", equalTo(50))
        .body("planLimit", nullValue())
        .body("room", nullValue());
  }

  @Test
  @DisplayName("PRE-12 PRE-17 on Free only PU; white label is prepaid only")
  void onFree() {
    String channel = channels.sandboxAt(NOW);
    events.ofSubscription(
        channel,
        "channel.created",
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", "usage-2024", 1, true, NOW));

    items(channel)
        .body("standing", equalTo("free"))
        .body("groups[0].items.purchasable", contains(false, false, false))
        .body("groups[0].items.reservable", contains(false, false, false))
        .body("groups[1].items.prepaidOnly", contains(false, false, false, true))
        .body("groups[2].items.purchasable", contains(true))
        .body("groups[2].items.reservable", contains(false));
  }

  @Test
  @DisplayName("SYS-3 SYS-5 another's channel is not found")
  void othersChannels() {
    String channel = bought.channelOn("growth", NOW);
    String other = bought.channelOn("growth", NOW);

    tokens
        .ownerOf(other)
        .get("/v1/channels/" + channel + "/prepaid/items")
        .then()
        .statusCode(404)
        .body("code", equalTo("channel.not-found"));
  }

  private ValidatableResponse items(String channel) {
    return tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/items")
        .then()
        .statusCode(200);
  }
}
