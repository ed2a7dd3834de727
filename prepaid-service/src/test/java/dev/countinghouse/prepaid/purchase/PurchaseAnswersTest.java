package dev.countinghouse.prepaid.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Money;
import dev.countinghouse.prepaid.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseAnswersTest {

  @Test
  @DisplayName("PRE-8 paid is 201 with what was charged, the lots and the invoice")
  void paid() {
    Answer answer = PurchaseAnswers.of(order(Order.Status.PAID, null));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.location()).isEqualTo("/v1/channels/ch_1/prepaid/purchases/ord_1");
    assertThat(answer.body())
        .extracting("charged", "lots", "invoice")
        .containsExactly(new Money("95.00", "USD"), List.of("lot_1"), "2024-7");
  }

  @Test
  @DisplayName("PRE-18 no answer is 202, at the same place")
  void pending() {
    Answer answer = PurchaseAnswers.of(order(Order.Status.PRICED, null));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.location()).endsWith("/ord_1");
    assertThat(answer.body()).extracting("status", "charged").containsExactly("pending", null);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("PRE-18 not paid is 402 with the reason as its code")
  @CsvSource({"payment.declined", "payment.no-method"})
  void declined(String reason) {
    Answer answer = PurchaseAnswers.of(order(Order.Status.DECLINED, reason));

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.body())
        .extracting("code", "facts")
        .containsExactly(reason, Map.of("purchase", "ord_1"));
  }

  private static Order order(Order.Status status, @Nullable String reason) {
    boolean paid = status == Order.Status.PAID;
    Order.Line line =
        new Order.Line(
            0, "workflow-action", 1000, false, true, 9500, "Prepaid", paid ? "lot_1" : null);
    return new Order(
        "ch_1",
        "ord_1",
        "purchase",
        "ord_1",
        status,
        Instant.EPOCH,
        "USD",
        paid ? "2024-7" : null,
        reason,
        List.of(line));
  }
}
