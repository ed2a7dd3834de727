package dev.countinghouse.subscription.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ChargeTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");

  @Inject Api api;
  @Inject Database database;

  @Test
  @DisplayName("PU-4 a charge is paid and invoiced with the next number; repeated, it is the same")
  void paidOnce() {
    String channel = channelWith("pm_card_ok");

    Response first = charge(channel, "lot_1", 9_500);
    Response again = charge(channel, "lot_1", 9_500);

    assertThat(first.<String>path("status")).isEqualTo("paid");
    assertThat(first.<String>path("invoice")).isEqualTo("INV-000001");
    assertThat(again.asString()).isEqualTo(first.asString());
    var invoice = api.get(channel, "/invoices/INV-000001");
    assertThat(invoice.getString("kind")).isEqualTo("prepaid-purchase");
    assertThat(invoice.getString("status")).isEqualTo("paid");
    assertThat(invoice.getString("total.amount")).isEqualTo("95.00");
    assertThat(invoice.getString("lines[0].quantity")).isEqualTo("1000");
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("PU-4 the same id with other content is refused")
  void otherContentIsRefused() {
    String channel = channelWith("pm_card_ok");
    charge(channel, "lot_1", 9_500);

    charge(channel, "lot_1", 9_501).then().statusCode(422).body("code", equalTo("charge.conflict"));
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("PU-4 the same charge in other words is the same charge")
  void otherWords() {
    String channel = channelWith("pm_card_ok");
    Response first = charge(channel, "lot_1", 9_500);

    Response again = charge(channel, "lot_1", 9_500, "A year of workflow actions");

    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("a declined charge uses up no invoice number")
  void declinedUsesNoNumber() {
    String channel = channelWith("pm_card_declined_after_1");

    charge(channel, "lot_1", 9_500);
    Response declined = charge(channel, "lot_2", 9_500);
    api.addCard(channel, "pm_card_ok");
    Response third = charge(channel, "lot_3", 9_500);

    assertThat(declined.<String>path("status")).isEqualTo("declined");
    assertThat(declined.<String>path("reason")).isEqualTo("payment.declined");
    assertThat(charge(channel, "lot_2", 9_500).asString()).isEqualTo(declined.asString());
    assertThat(third.<String>path("invoice")).isEqualTo("INV-000002");
  }

  @Test
  @DisplayName("a charge without a payment method is declined")
  void withoutMethod() {
    String channel = api.sandbox(NOW);

    Response answer = charge(channel, "lot_1", 9_500);

    assertThat(answer.<String>path("status")).isEqualTo("declined");
    assertThat(answer.<String>path("reason")).isEqualTo("payment.no-method");
  }

  @Test
  @DisplayName("a provider that loses its answer: pending, then paid, and taken once")
  void pendingThenPaid() {
    String channel = channelWith("pm_card_timeout");

    Response first = charge(channel, "lot_1", 9_500);
    Response second = charge(channel, "lot_1", 9_500);

    assertThat(first.<String>path("status")).isEqualTo("pending");
    assertThat(second.<String>path("status")).isEqualTo("paid");
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("a pending charge whose caller never comes back is settled by due work")
  void settledWithoutItsCaller() {
    String channel = channelWith("pm_card_timeout");
    charge(channel, "lot_1", 9_500);

    api.advance(channel, NOW.plus(Duration.ofMinutes(1)));

    assertThat(api.get(channel, "/invoices").getList("items.status")).isEqualTo(List.of("paid"));
    assertThat(charge(channel, "lot_1", 9_500).<String>path("status")).isEqualTo("paid");
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("PU-4 20 repeats of one charge at once take the money once")
  void atOnce() throws Exception {
    String channel = channelWith("pm_card_ok");

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> calls = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        calls.add(threads.submit(() -> charge(channel, "lot_1", 9_500).asString()));
      }
      for (Future<String> call : calls) {
        answers.add(call.get());
      }
    }

    assertThat(answers).hasSize(20);
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(1);
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-5 what cannot be invoiced is refused by name")
  void refusesWhatCannotBeInvoiced() {
    String channel = channelWith("pm_card_ok");

    charge(channel, "lot_1", 0)
        .then()
        .statusCode(422)
        .body("code", equalTo("charge.invalid"))
        .body("errors.field", hasItem("lines"));
  }

  @Test
  @DisplayName("PU-4 what cannot be invoiced says so only of an id by which nothing was charged")
  void invalidIsSaidOfUnusedIdsOnly() {
    String channel = channelWith("pm_card_ok");
    charge(channel, "lot_1", 9_500);

    charge(channel, "lot_1", 0).then().statusCode(422).body("code", equalTo("charge.conflict"));
  }

  @Test
  @DisplayName("PU-4 how far a charge is can be asked without charging; an unknown one is 404")
  void lookedUp() {
    String channel = channelWith("pm_card_timeout");
    lookUp(channel, "lot_1").then().statusCode(404).body("code", equalTo("charge.not-found"));
    charge(channel, "lot_1", 9_500);

    Response pending = lookUp(channel, "lot_1");

    assertThat(pending.<String>path("status")).isEqualTo("pending");
    Response paid = charge(channel, "lot_1", 9_500);
    assertThat(lookUp(channel, "lot_1").asString()).isEqualTo(paid.asString());
    api.service().get("/internal/channels/ch_none/charges/lot_1").then().statusCode(404);
  }

  @Test
  @DisplayName("PU-4 an id that was voided is declined for ever, whatever is asked for by it")
  void voided() {
    String channel = channelWith("pm_card_ok");

    Response first = voidId(channel, "lot_1");

    assertThat(first.<String>path("status")).isEqualTo("declined");
    assertThat(first.<String>path("reason")).isEqualTo("charge.voided");
    assertThat(voidId(channel, "lot_1").asString()).isEqualTo(first.asString());
    assertThat(charge(channel, "lot_1", 9_500).asString()).isEqualTo(first.asString());
    assertThat(lookUp(channel, "lot_1").asString()).isEqualTo(first.asString());
    assertThat(taken(channel)).isZero();
  }

  @Test
  @DisplayName("PU-4 a charge that is known cannot be voided: pending it is paid, paid it stays")
  void knownIsNotVoided() {
    String channel = channelWith("pm_card_timeout");
    charge(channel, "lot_1", 9_500);

    assertThat(voidId(channel, "lot_1").<String>path("status")).isEqualTo("pending");

    Response paid = charge(channel, "lot_1", 9_500);
    assertThat(paid.<String>path("status")).isEqualTo("paid");
    assertThat(voidId(channel, "lot_1").asString()).isEqualTo(paid.asString());
  }

  @Test
  @DisplayName("a token the provider does not know is refused")
  void unknownToken() {
    String channel = api.sandbox(NOW);

    api.owner(channel)
        .body(Map.of("token", "pm_card_gold"))
        .post("/v1/channels/{c}/payment-methods", channel)
        .then()
        .statusCode(422)
        .body("code", equalTo("payment-method.unknown-token"));
  }

  private String channelWith(String token) {
    String channel = api.sandbox(NOW);
    api.addCard(channel, token);
    return channel;
  }

  private Response charge(String channel, String id, long amountMinor) {
    return charge(channel, id, amountMinor, "Workflow actions, 12 months");
  }

  private Response charge(String channel, String id, long amountMinor, String description) {
    Map<String, Object> line =
        Map.of(
            "description",
            description,
            "item",
            "workflow-action",
            "quantity",
            "1000",
            "amountMinor",
            amountMinor);
    Map<String, Object> body =
        Map.of(
            "kind",
            "prepaid-purchase",
            "at",
            NOW.toString(),
            "currency",
            "USD",
            "lines",
            List.of(line));
    return api.service().body(body).put("/internal/channels/{c}/charges/{id}", channel, id);
  }

  private Response lookUp(String channel, String id) {
    return api.service().get("/internal/channels/{c}/charges/{id}", channel, id);
  }

  private Response voidId(String channel, String id) {
    return api.service().delete("/internal/channels/{c}/charges/{id}", channel, id);
  }

  private int taken(String channel) {
    String sql = "select attempt from sandbox_payment where channel = $1 and outcome = 'succeeded'";
    return database.texts(sql, channel).size();
  }
}
