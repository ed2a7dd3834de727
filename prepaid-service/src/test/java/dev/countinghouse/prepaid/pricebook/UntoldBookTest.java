package dev.countinghouse.prepaid.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A channel is faster than the event that tells its price book. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class UntoldBookTest {

  @Inject StampShop shop;
  @Inject Events events;
  @Inject ScriptedAnswers answers;
  @Inject ObjectMapper json;
  @Inject Transactions transactions;

  private final String book = "untold-" + UUID.randomUUID();

  @Test
  @DisplayName("SYS-5 an answer that is no price book is a problem, and not kept")
  void unreadable() throws JsonProcessingException {
    String channel = shop.channelOn(book);
    answers.book(book, Map.of("id", book, "version", 2));
    shop.quote(channel, 1000)
        .statusCode(503)
        .body("code", equalTo("prepaid.price-book-unreadable"))
        .body("priceBook", equalTo(book));

    answers.book(
        book, json.readValue(StampShop.document(book, 1, "0.1"), new TypeReference<>() {}));

    shop.quote(channel, 1000).statusCode(200);
  }

  @Test
  @DisplayName("SYS-5 one that is kept and cannot be read is asked for again")
  void keptUnreadable() throws JsonProcessingException {
    String channel = shop.channelOn(book);
    transactions
        .run(tx -> tx.update("insert into price_book values ($1, 1, 'no book')", book))
        .await()
        .atMost(Duration.ofSeconds(10));
    answers.book(
        book, json.readValue(StampShop.document(book, 1, "0.1"), new TypeReference<>() {}));

    shop.quote(channel, 1000).statusCode(200).body("monthly.amount", equalTo("100.00"));
    assertThat(answers.askedBooks(book)).hasSize(1);
  }

  @Test
  @DisplayName("BOOK-1 it is asked for, once, and stays as it was answered")
  void askedForOnce() throws JsonProcessingException {
    String channel = shop.channelOn(book);
    String document = StampShop.document(book, 1, "0.1");
    answers.book(book, json.readValue(document, new TypeReference<>() {}));
    shop.quote(channel, 1000).statusCode(200).body("monthly.amount", equalTo("100.00"));

    events.ofSubscription(
        PriceBookPublished.key(book),
        PriceBookPublished.TYPE,
        new PriceBookPublished(book, 1, document));

    shop.quote(channel, 2000).statusCode(200).body("monthly.amount", equalTo("200.00"));
    assertThat(answers.askedBooks(book)).containsExactly("version=1");
  }
}
