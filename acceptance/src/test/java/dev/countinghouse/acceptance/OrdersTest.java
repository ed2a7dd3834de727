package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders with the payments of subscription-service: a channel that converted to a paid plan. */
class OrdersTest {

  private static final OffsetDateTime START = OffsetDateTime.parse("2024-02-20T10:00:00+09:00");
  private static final OffsetDateTime PAID = START.plusDays(14);
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Client owner = RunningSuite.gateway("orders-" + UUID.randomUUID()).asOwner();
  private String channel = "";

  @BeforeEach
  void convert() {
    channel =
        owner
            .post(
                "/v1/channels",
                Map.of(
                    "name", "Order shop",
                    "timeZone", "Asia/Seoul",
                    "currency", "USD",
                    "country", "KR",
                    "priceBook", "usage-2024",
                    "sandbox", true))
            .expect(201)
            .text("id");
    advanceTo(START);
    owner.post(path("tutorial-completion"), null);
    owner.post(path("trial"), Map.of("plan", "growth", "addOns", List.of())).expect(201);
    card("pm_card_ok");
    advanceTo(PAID);
  }

  @Test
  @DisplayName(
      "PRE-8 PRE-18 a purchase charges exactly its quote, on one invoice, and is there at once")
  void purchase() {
    Map<String, Object> cart = cart(line("workflow-action", 5000), line("pu", 1000));
    String quoted = money(owner.post(path("prepaid/quotes"), cart).expect(200), "term");

    Reply bought = owner.post(path("prepaid/purchases"), cart).expect(201);

    assertThat(bought.text("status")).isEqualTo("paid");
    assertThat(money(bought, "charged")).isEqualTo(quoted).isEqualTo("3556.00");
    assertThat(invoice(bought.text("invoice")).path("status").asText()).isEqualTo("paid");
    assertThat(lots())
        .extracting(lot -> lot.path("item").asText())
        .containsOnly("pu", "workflow-action");
    assertThat(owner.get(path("pu")).text("available")).isEqualTo("1000");
    assertThat(owner.get(path("prepaid/purchases/" + bought.text("id"))).body())
        .isEqualTo(bought.body());
  }

  @Test
  @DisplayName("PRE-18 declined: 402, nothing of the cart is bought, no invoice")
  void declined() {
    int invoices = invoices();
    card("pm_card_declined");

    Reply refused = owner.post(path("prepaid/purchases"), cart(line("mu", 100), line("pu", 1000)));

    refused.expect(402).refused("payment.declined");
    assertThat(lots()).isEmpty();
    assertThat(owner.get(path("pu")).text("available")).isEqualTo("0");
    assertThat(invoices()).isEqualTo(invoices);
    String order = refused.text("purchase");
    assertThat(owner.get(path("prepaid/purchases/" + order)).text("status")).isEqualTo("declined");
  }

  @Test
  @DisplayName("PRE-18 SYS-2 an answer that was lost: paid once, whatever is asked again")
  void timeOut() {
    int invoices = invoices();
    card("pm_card_timeout");

    Reply bought = owner.post(path("pu/top-ups"), Map.of("units", 1000));
    assertThat(bought.status()).isIn(201, 202);
    advanceTo(PAID.plusHours(1));

    Reply purchase = owner.get(path("prepaid/purchases/" + bought.text("id")));
    assertThat(purchase.text("status")).isEqualTo("paid");
    assertThat(owner.get(path("pu")).text("available")).isEqualTo("1000");
    assertThat(invoices()).isEqualTo(invoices + 1);
  }

  @Test
  @DisplayName("PRE-15 a lot is paid back whole; the credit note stands on its invoice")
  void refund() {
    Reply bought =
        owner.post(path("prepaid/purchases"), cart(line("mu", 100), line("pu", 1000))).expect(201);
    for (JsonNode lot : bought.body().path("lots")) {
      owner.post(path("prepaid/lots/" + lot.asText() + "/refund"), null).expect(201);
      owner
          .post(path("prepaid/lots/" + lot.asText() + "/refund"), null)
          .refused("prepaid.lot-ended");
    }

    assertThat(lots()).extracting(lot -> lot.path("status").asText()).containsOnly("refunded");
    assertThat(owner.get(path("pu")).text("available")).isEqualTo("0");
    assertThat(invoice(bought.text("invoice")).path("creditNotes")).hasSize(2);
  }

  @Test
  @DisplayName("PRE-14 NOTE-3 a year later: renewed while it is paid, told of when it is not")
  void renewals() {
    buy("workflow-action", true);
    buy("marketing-message", false);

    advanceTo(OffsetDateTime.parse("2025-03-05T00:00:00+09:00"));
    assertThat(active()).containsExactly("workflow-action 2025-03-05");
    card("pm_card_declined");
    advanceTo(OffsetDateTime.parse("2026-03-05T00:00:00+09:00"));

    assertThat(active()).isEmpty();
    List<String> notices = new ArrayList<>();
    owner
        .get(path("notices") + "?limit=100")
        .expect(200)
        .body()
        .path("items")
        .forEach(notice -> notices.add(notice.toString()));
    assertThat(notices).anyMatch(notice -> notice.contains("renewal"));
  }

  private void buy(String item, boolean renew) {
    Map<String, Object> order = Map.of("item", item, "monthlyQuantity", 1000, "renew", renew);
    owner.post(path("prepaid/purchases"), order).expect(201);
  }

  private List<String> active() {
    return lots().stream()
        .filter(lot -> lot.path("status").asText().equals("active"))
        .map(lot -> lot.path("item").asText() + " " + lot.path("validFrom").asText())
        .toList();
  }

  private List<JsonNode> lots() {
    return items("prepaid/lots");
  }

  private int invoices() {
    return items("invoices").size();
  }

  private List<JsonNode> items(String of) {
    List<JsonNode> items = new ArrayList<>();
    owner.get(path(of)).expect(200).body().path("items").forEach(items::add);
    return items;
  }

  private JsonNode invoice(String number) {
    return owner.get(path("invoices/" + number)).expect(200).body();
  }

  private void card(String token) {
    owner.post(path("payment-methods"), Map.of("token", token)).expect(201);
  }

  private void advanceTo(OffsetDateTime instant) {
    owner.put(path("test-clock"), Map.of("now", instant.toInstant().toString())).expect(202);
    Check.eventually(
        SOON,
        "the clock gets to " + instant,
        () -> owner.get(path("test-clock")).expect(200),
        clock -> !clock.text("status").equals("advancing"));
    Check.same("ready", owner.get(path("test-clock")).text("status"), "the clock at " + instant);
  }

  @SafeVarargs
  private static Map<String, Object> cart(Map<String, Object>... lines) {
    return Map.of("lines", List.of(lines));
  }

  private static Map<String, Object> line(String item, long quantity) {
    return Map.of("item", item, "monthlyQuantity", quantity);
  }

  private static String money(Reply reply, String field) {
    return reply.body().path(field).path("amount").asText();
  }

  private String path(String below) {
    return "/v1/channels/" + channel + "/" + below;
  }
}
