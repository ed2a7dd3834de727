package dev.countinghouse.subscription.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import dev.countinghouse.subscription.Events;
import dev.countinghouse.subscription.Events.Event;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The migration of a database whose books were published before anybody was told of them. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class TellPriceBooksTest {

  @Inject Api api;
  @Inject Database database;
  @Inject Events events;

  @Test
  @DisplayName("BOOK-1 what was published before is told once, each version in its order")
  void tellsOnce() {
    String id = "old-" + UUID.randomUUID();
    published(id, 2, "{\"say\":\"two\"}");
    published(id, 1, "{\"say\":\"one\"}");

    database.execute(script());
    database.execute(script());

    List<Event> told = events.await("price-book:" + id, 2);
    assertThat(told).extracting(Event::type).containsOnly("price-book.published");
    assertThat(told)
        .extracting(event -> event.data().getString("document"))
        .containsExactly("{\"say\":\"one\"}", "{\"say\":\"two\"}");
    assertThat(told).extracting(event -> event.data().getInt("version")).containsExactly(1, 2);
    assertThat(
            database.texts(
                "select last_sequence from outbox_key where key = $1", "price-book:" + id))
        .containsExactly("2");
  }

  @Test
  @DisplayName("BOOK-1 what was published before a check was made may be published again as it is")
  void stays() throws InvalidBook {
    String id = "old-" + UUID.randomUUID();
    String book =
        """
        {"id":"%s","version":1,"effectiveFrom":"2024-01-01","items":[{"id":"a","kind":"tally"}]}
        """
            .formatted(id);
    published(id, 1, book, BookDocument.ofJson(book).hash());

    publish(book).statusCode(201);
    publish(book.replace("tally", "heap")).statusCode(409);
    publish(book.replace("\"version\":1", "\"version\":2"))
        .statusCode(422)
        .body("errors[0].field", equalTo("items[0].kind"));
  }

  private ValidatableResponse publish(String book) {
    return api.operator().body(book).post("/v1/price-books").then();
  }

  private void published(String id, int version, String content) {
    published(id, version, content, "x");
  }

  private void published(String id, int version, String content, String hash) {
    database.execute(
        """
        insert into price_book (id, version, effective_from, content, hash, published_at)
        values ('%s', %d, date '2024-01-01', '%s', '%s', timestamptz '2024-01-01T00:00:00Z')
        """
            .formatted(id, version, content, hash));
  }

  private static String script() {
    String path = "/db/migration/V8__tell_price_books.sql";
    try (InputStream file = TellPriceBooksTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
