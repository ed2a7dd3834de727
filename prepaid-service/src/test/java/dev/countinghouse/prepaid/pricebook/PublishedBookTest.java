package dev.countinghouse.prepaid.pricebook;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Price books as subscription-service tells of them; in these tests it answers no call. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class PublishedBookTest {

  @Inject StampShop shop;
  @Inject Tokens tokens;

  private final String book = "told-" + UUID.randomUUID();
  private String channel;

  @BeforeEach
  void paidPeriod() {
    channel = shop.channelOn(book);
  }

  @Test
  @DisplayName("BOOK-1 PRE-8 a told book sells while nobody else is there, to the last decimal")
  void sells() {
    told(1, document(1, "0.1"));

    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/items")
        .then()
        .statusCode(200)
        .body("groups.group", contains("add-ons"))
        .body("groups[0].items.id", contains("stamp"));
    shop.quote(channel, 1000)
        .statusCode(200)
        .body("monthly.amount", equalTo("100.00"))
        .body("term.amount", equalTo("900.00"));
  }

  @Test
  @DisplayName("BOOK-1 a channel stays on its version until its period is of another")
  void versions() {
    told(1, document(1, "0.1"));
    told(2, document(2, "0.2"));
    shop.quote(channel, 1000).body("monthly.amount", equalTo("100.00"));

    shop.startPeriod(channel, book, 2);

    shop.quote(channel, 1000).body("monthly.amount", equalTo("200.00"));
  }

  @Test
  @DisplayName("BOOK-1 a version never changes: what was told first stays")
  void firstStays() {
    told(1, document(1, "0.1"));

    told(1, document(1, "0.5"));

    shop.quote(channel, 1000).body("monthly.amount", equalTo("100.00"));
  }

  @Test
  @DisplayName("SYS-1 what is no price book, or another, is skipped for all to see, and not kept")
  void skipped() {
    told(1, "no book");
    told(1, document(1, "0.1").replace(book, "other"));
    told(1, document(2, "0.1"));

    progress().body("consumed.subscription", equalTo(3)).body("skipped.subscription", equalTo(1));
    shop.quote(channel, 1000).statusCode(503).body("code", equalTo("service.unavailable"));
  }

  @Test
  @DisplayName("SYS-1 operators see which one was skipped and why, and forgive it")
  void forgiven() {
    told(1, "no book");
    String skipped = "/v1/channels/" + PriceBookPublished.key(book) + "/prepaid/skipped-events";
    tokens
        .operator()
        .get(skipped)
        .then()
        .statusCode(200)
        .body("items.type", contains(PriceBookPublished.TYPE))
        .body("items[0].reason", containsString("version 1 of price book " + book));

    tokens.operator().post(skipped + "/subscription/1/forgiveness").then().statusCode(204);

    tokens.operator().get(skipped).then().body("items", empty());
  }

  @Test
  @DisplayName("BOOK-1 what is told after it was skipped is kept")
  void toldAgain() {
    told(1, "no book");

    told(1, document(1, "0.1"));

    shop.quote(channel, 1000).statusCode(200);
  }

  private void told(int version, String document) {
    shop.tell(book, version, document);
  }

  private String document(int version, String price) {
    return StampShop.document(book, version, price);
  }

  private ValidatableResponse progress() {
    return tokens
        .service()
        .get("/internal/channels/" + PriceBookPublished.key(book) + "/progress")
        .then();
  }
}
