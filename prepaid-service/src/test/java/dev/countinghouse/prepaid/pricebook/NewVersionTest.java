package dev.countinghouse.prepaid.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.BoughtLots;
import dev.countinghouse.prepaid.order.PlayedOrders;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A channel that comes onto a dearer version before what it wants is carried out: $0.2, not 0.1.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class NewVersionTest {

  private static final long OLD_TERM = 90_000;
  private static final long NEW_TERM = 180_000;

  @Inject BoughtLots bought;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject StampShop shop;
  @Inject Tokens tokens;

  private final String book = "dearer-" + UUID.randomUUID();
  private String channel;

  @BeforeEach
  void onTheFirstVersion() {
    shop.tell(book, 1, StampShop.document(book, 1, "0.1"));
    shop.tell(book, 2, StampShop.document(book, 2, "0.2"));
    channel = shop.channelOn(book);
  }

  @Test
  @DisplayName("PRE-13 reserved on one version, carried out on the next: charged by the next")
  void reservation() {
    tokens
        .ownerOf(channel)
        .body("{\"item\":\"stamp\",\"monthlyQuantity\":1000}")
        .post("/v1/channels/" + channel + "/prepaid/reservations")
        .then()
        .statusCode(201);
    clock.set(channel, StampShop.startOf(2));

    shop.startPeriod(channel, book, 2);

    assertThat(asked(orders.onlyDue(channel))).isEqualTo(NEW_TERM);
  }

  @Test
  @DisplayName("PRE-14 bought on one version, renewed on the next: charged by the next")
  void renewal() {
    String first = bought.order(channel, "stamp", 1000, true);
    assertThat(asked(first)).isEqualTo(OLD_TERM);
    bought.pay(channel, first);
    shop.startPeriod(channel, book, 2);

    clock.advanceToFirstQuestion(channel, Instant.parse("2025-03-04T15:00:00Z"));

    assertThat(asked(orders.onlyDue(channel))).isEqualTo(NEW_TERM);
  }

  @Test
  @DisplayName("PRE-8 what has its price before the next version keeps it, however late it is paid")
  void frozen() {
    String order = bought.order(channel, "stamp", 1000, false);

    shop.startPeriod(channel, book, 2);

    assertThat(asked(order)).isEqualTo(OLD_TERM);
  }

  private long asked(String order) {
    ChargeRequest question = orders.question(channel, order);
    return question.lines().getFirst().amountMinor();
  }
}
