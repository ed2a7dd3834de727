package dev.countinghouse.subscription.refund;

import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Channels that have paid, and what another service asks for them. */
@Singleton
class PaidCharges {

  static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  static final Map<String, Object> ACTIONS = line("workflow-action", 9_500);
  static final Map<String, Object> MU = line("mu", 2_000);

  private final Api api;
  private final Database database;

  PaidCharges(Api api, Database database) {
    this.api = api;
    this.database = database;
  }

  static Map<String, Object> line(String item, long amountMinor) {
    return Map.of(
        "description",
        item + ", 12 months",
        "item",
        item,
        "quantity",
        "1000",
        "amountMinor",
        amountMinor);
  }

  /** A channel that has paid a charge {@code ord_1} of both lines. */
  String charged(String card) {
    String channel = api.sandbox(NOW);
    api.addCard(channel, card);
    charge(channel, "ord_1", ACTIONS, MU);
    return channel;
  }

  @SafeVarargs
  final Response charge(String channel, String id, Map<String, Object>... lines) {
    Map<String, Object> body =
        Map.of(
            "kind",
            "prepaid-purchase",
            "at",
            NOW.toString(),
            "currency",
            "USD",
            "lines",
            List.of(lines));
    return api.service().body(body).put("/internal/channels/{c}/charges/{id}", channel, id);
  }

  @SafeVarargs
  final Response refund(String channel, String id, Map<String, Object>... lines) {
    Map<String, Object> body =
        Map.of(
            "charge",
            "ord_1",
            "at",
            NOW.plus(Duration.ofDays(6)).toString(),
            "currency",
            "USD",
            "lines",
            List.of(lines));
    return api.service().body(body).put("/internal/channels/{c}/refunds/{id}", channel, id);
  }

  /** What went back, in the smallest unit. */
  long paidBack(String channel) {
    return Long.parseLong(
        database
            .texts(
                "select coalesce(sum(amount_minor), 0) from sandbox_refund"
                    + " where channel = $1 and outcome = 'returned'",
                channel)
            .getFirst());
  }
}
