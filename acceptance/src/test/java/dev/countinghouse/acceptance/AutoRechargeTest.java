package dev.countinghouse.acceptance;

import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AutoRechargeTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Map<String, Object> TERMS = Map.of("threshold", 100, "units", 1_000);

  private final Suite suite = RunningSuite.suite();
  private final Client owner = RunningSuite.gateway("recharge").asOwner();
  private final Client prepaid =
      new Client(suite.url(SuiteService.PREPAID), suite.internalToken("acceptance"));

  @Test
  @DisplayName("PU-5 100 holds cross the threshold at once: one purchase, paid and on an invoice")
  void oneAtATime() {
    String channel = Trials.onTrial(owner, "Recharged shop");
    String path = "/v1/channels/" + channel + "/";
    owner.put(path + "pu/auto-recharge", TERMS).refused("payment.no-method");
    owner.post(path + "payment-methods", Map.of("token", "pm_card_ok")).expect(201);
    owner.put(path + "pu/auto-recharge", TERMS).expect(200);

    List<CompletableFuture<Reply>> holds =
        IntStream.range(0, 100)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> hold(channel, "h" + i, 95)))
            .toList();
    holds.forEach(hold -> Check.same("held", status(hold.join()), "the hold"));

    available(path, "1050");
    long purchases = entries(path, "purchase");
    Check.same(2L, purchases, "entries of purchases: two of one lot");
    Reply setting = owner.get(path + "pu/auto-recharge").expect(200);
    Check.that(setting.body().path("enabled").asBoolean(), "it stays on: " + setting);
    int invoices = owner.get(path + "invoices").expect(200).body().path("items").size();
    Check.same(1, invoices, "invoices");
  }

  @Test
  @DisplayName("PU-5 a payment that fails switches it off, and nothing is bought")
  void failedPayment() {
    String channel = Trials.onTrial(owner, "Declined shop");
    String path = "/v1/channels/" + channel + "/";
    owner.post(path + "payment-methods", Map.of("token", "pm_card_declined")).expect(201);
    owner.put(path + "pu/auto-recharge", TERMS).expect(200);

    hold(channel, "h1", 9_500);

    Check.eventually(
        SOON,
        "it is off",
        () -> owner.get(path + "pu/auto-recharge").expect(200),
        setting -> !setting.body().path("enabled").asBoolean(true));
    available(path, "50");
    Check.same(0L, entries(path, "purchase"), "entries of purchases");
  }

  private Reply hold(String channel, String id, long tenths) {
    Map<String, Object> hold =
        Map.of(
            "id", id,
            "channel", channel,
            "tenths", tenths,
            "reason", "sms",
            "at", HoldTraffic.ASKED_AT);
    return prepaid.post("/internal/holds", Map.of("holds", List.of(hold))).expect(200);
  }

  private static String status(Reply answer) {
    return answer.body().at("/holds/0/status").asText();
  }

  private void available(String path, String points) {
    Check.eventually(
        SOON,
        points + " PU are there",
        () -> owner.get(path + "pu").expect(200),
        pu -> pu.body().path("available").asText().equals(points));
  }

  private long entries(String path, String kind) {
    Reply page = owner.get(path + "pu/entries?limit=200").expect(200);
    return IntStream.range(0, page.body().path("items").size())
        .mapToObj(i -> page.body().path("items").path(i).path("kind").asText())
        .filter(kind::equals)
        .count();
  }
}
