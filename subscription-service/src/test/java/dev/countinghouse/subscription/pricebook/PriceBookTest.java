package dev.countinghouse.subscription.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Events;
import dev.countinghouse.subscription.Events.Event;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class PriceBookTest {

  private static final String BOOK =
      """
      # a comment
      id: %s
      version: %d
      effectiveFrom: 2024-01-01
      currency: KRW
      plans:
        - {id: free}
        - {id: basic, price: {model: flat, amount: "%s"}}
      """;

  @Inject Api api;
  @Inject Events events;

  @Test
  @DisplayName("BOOK-2 the default books are published and can be read")
  void defaultBooks() {
    api.operator()
        .get("/v1/price-books")
        .then()
        .statusCode(200)
        .body(
            "items.id",
            hasItems("mau-2023", "usage-2024", "interactions", "per-user", "messages-2024"));
    api.as("reader", Role.AGENT)
        .get("/v1/price-books/messages-2024?version=1")
        .then()
        .statusCode(200)
        .body("rates[3].perSegment", equalTo("14.5"))
        .body("consultTalk.postpaid.perSession", equalTo("100"));
    api.service()
        .get("/internal/price-books/mau-2023?version=1")
        .then()
        .statusCode(200)
        .body("items[0].price.tiers[1].unit", equalTo("0.1"));
  }

  @Test
  @DisplayName("BOOK-1 an operator publishes a version, as YAML or as JSON")
  void publishes() {
    String id = newId();

    yaml(BOOK.formatted(id, 1, "1000")).statusCode(201).body("version", equalTo(1));
    api.operator()
        .body(
            "{\"id\":\"%s\",\"version\":2,\"effectiveFrom\":\"2024-02-01\",\"currency\":\"KRW\"}"
                .formatted(id))
        .post("/v1/price-books")
        .then()
        .statusCode(201);

    api.operator().get("/v1/price-books/" + id).then().body("version", equalTo(2));
    api.operator()
        .get("/v1/price-books/" + id + "?version=1")
        .then()
        .body("plans[1].price.amount", equalTo("1000"));
  }

  @Test
  @DisplayName(
      "BOOK-1 a published version never changes: the same content again is fine, other is refused")
  void neverChanges() {
    String id = newId();
    yaml(BOOK.formatted(id, 1, "1000")).statusCode(201);

    yaml(BOOK.formatted(id, 1, "1000").replace("# a comment\n", "")).statusCode(201);
    yaml(BOOK.formatted(id, 1, "1001"))
        .statusCode(409)
        .body("code", equalTo("price-book.version-published"));
    api.operator()
        .get("/v1/price-books/" + id)
        .then()
        .body("plans[1].price.amount", equalTo("1000"));
  }

  @Test
  @DisplayName("BOOK-1 each version is told to the other services once, as it is published")
  void tells() {
    String id = newId();
    yaml(BOOK.formatted(id, 1, "1000")).statusCode(201);
    yaml(BOOK.formatted(id, 1, "1000")).statusCode(201);
    yaml(BOOK.formatted(id, 1, "1001")).statusCode(409);
    yaml(BOOK.formatted(id, 2, "2000.50")).statusCode(201);

    List<Event> told = events.await("price-book:" + id, 2);

    assertThat(told).extracting(Event::type).containsOnly("price-book.published");
    assertThat(told).extracting(event -> event.data().getInt("version")).containsExactly(1, 2);
    assertThat(told.get(1).data().getString("document"))
        .isEqualTo(api.operator().get("/v1/price-books/" + id).asString())
        .contains("\"amount\":\"2000.50\"");
  }

  @Test
  @DisplayName("BOOK-2 the default books are told too")
  void tellsDefaults() {
    List<Event> told = events.await("price-book:usage-2024", 1);

    assertThat(told).extracting(event -> event.data().getString("id")).containsOnly("usage-2024");
  }

  @Test
  @DisplayName("BOOK-1 a book that no event carries is refused")
  void tooLong() {
    String id = newId();
    String book = BOOK.formatted(id, 1, "1000") + "note: " + "x".repeat(120_000) + "\n";

    yaml(book)
        .statusCode(422)
        .body("code", equalTo("price-book.invalid"))
        .body("errors[0].expected", equalTo("at most 120000 characters"));

    api.operator().get("/v1/price-books/" + id).then().statusCode(404);
  }

  @Test
  @DisplayName("BOOK-1 what is not a price book is refused, the field named")
  void refusesWhatIsNone() {
    invalid("id: A b\nversion: 1\neffectiveFrom: 2024-01-01\n", "id");
    invalid("id: x\nversion: 0\neffectiveFrom: 2024-01-01\n", "version");
    invalid("id: x\nversion: 1\neffectiveFrom: tomorrow\n", "effectiveFrom");
    invalid("id: x\nversion: 1\neffectiveFrom: 2024-01-01\ncurrency: QQQ\n", "currency");
    invalid(BOOK.formatted("x", 1, "-1"), "plans[1].price");
    invalid(BOOK.formatted("x", 1, "1e999999999"), "plans[1].price");
    invalid(BOOK.formatted("x", 1, "1") + "items: [{id: a, kind: tally}]", "items[0].kind");
    invalid("[1, 2]", "");
    invalid("id: x\nid: y\n", "");
  }

  @Test
  @DisplayName("BOOK-1 only an operator publishes")
  void onlyOperators() {
    api.as("someone", Role.OWNER)
        .contentType("application/yaml")
        .body(BOOK.formatted(newId(), 1, "1"))
        .post("/v1/price-books")
        .then()
        .statusCode(403);
  }

  @Test
  @DisplayName("BOOK-1 a book nobody published is not found")
  void notFound() {
    api.operator()
        .get("/v1/price-books/nobodys")
        .then()
        .statusCode(404)
        .body("code", equalTo("price-book.not-found"));
  }

  private void invalid(String document, String field) {
    yaml(document)
        .statusCode(422)
        .body("code", equalTo("price-book.invalid"))
        .body("errors.field", hasItem(field));
  }

  private ValidatableResponse yaml(String document) {
    return api.operator()
        .contentType("application/yaml")
        .body(document)
        .post("/v1/price-books")
        .then();
  }

  private static String newId() {
    String id = "book-" + UUID.randomUUID();
    assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*");
    return id;
  }
}
