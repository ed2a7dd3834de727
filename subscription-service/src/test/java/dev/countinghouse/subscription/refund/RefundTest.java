package dev.countinghouse.subscription.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class RefundTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Map<String, Object> ACTIONS = line("workflow-action", 9_500);
  private static final Map<String, Object> MU = line("mu", 2_000);

  @Inject Api api;
  @Inject Database database;

  private static Map<String, Object> line(String item, long amountMinor) {
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
  private String charged(String card) {
    String channel = api.sandbox(NOW);
    api.addCard(channel, card);
    charge(channel, "ord_1", ACTIONS, MU);
    return channel;
  }

  @SafeVarargs
  private Response charge(String channel, String id, Map<String, Object>... lines) {
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
  private Response refund(String channel, String id, Map<String, Object>... lines) {
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

  private long paidBack(String channel) {
    return Long.parseLong(
        database
            .texts(
                "select coalesce(sum(amount_minor), 0) from sandbox_refund"
                    + " where channel = $1 and outcome = 'returned'",
                channel)
            .getFirst());
  }

  @Test
  @DisplayName(
      "PRE-15 a lot is paid back: a credit note on the charge's invoice, which stays as is")
  void paidBackOnce() {
    String channel = charged("pm_card_ok");
    JsonPath before = api.get(channel, "/invoices/INV-000001");

    Response first = refund(channel, "ref_1", ACTIONS);
    Response again = refund(channel, "ref_1", ACTIONS);

    assertThat(first.<String>path("status")).isEqualTo("refunded");
    assertThat(first.<String>path("creditNote")).isEqualTo("CN-000001");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(paidBack(channel)).isEqualTo(9_500);
    JsonPath invoice = api.get(channel, "/invoices/INV-000001");
    assertThat(before.getList("creditNotes")).isEmpty();
    assertThat(invoice.getString("total.amount")).isEqualTo("115.00");
    assertThat(invoice.getString("status")).isEqualTo("paid");
    assertThat(invoice.getList("creditNotes.number")).isEqualTo(List.of("CN-000001"));
    assertThat(invoice.getString("creditNotes[0].total.amount")).isEqualTo("95.00");
    assertThat(invoice.getString("creditNotes[0].issuedAt")).isEqualTo("2024-03-11T01:00:00Z");
    assertThat(invoice.getList("creditNotes[0].lines.item")).isEqualTo(List.of("workflow-action"));
  }

  @Test
  @DisplayName("PU-4 the same refund in other words is the same refund")
  void otherWords() {
    String channel = charged("pm_card_ok");
    Response first = refund(channel, "ref_1", ACTIONS);
    Map<String, Object> reworded = new HashMap<>(ACTIONS);
    reworded.put("description", "A year of workflow actions");

    Response again = refund(channel, "ref_1", reworded);

    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("PU-4 the same id with other content is refused and pays nothing back")
  void otherContentIsRefused() {
    String channel = charged("pm_card_ok");
    refund(channel, "ref_1", ACTIONS);

    refund(channel, "ref_1", MU).then().statusCode(422).body("code", equalTo("refund.conflict"));

    assertThat(paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName(
      "PRE-15 never more than was paid, not for an item either; a declined one has no number")
  void neverMoreThanPaid() {
    String channel = charged("pm_card_ok");

    Response tooMuch = refund(channel, "ref_1", line("mu", 2_001));
    refund(channel, "ref_2", MU);
    Response twice = refund(channel, "ref_3", MU);
    Response rest = refund(channel, "ref_4", ACTIONS);
    Response more = refund(channel, "ref_5", line("workflow-action", 1));

    assertThat(tooMuch.<String>path("status")).isEqualTo("declined");
    assertThat(tooMuch.<String>path("reason")).isEqualTo("refund.exceeds-charge");
    assertThat(twice.<String>path("reason")).isEqualTo("refund.exceeds-charge");
    assertThat(refund(channel, "ref_3", MU).asString()).isEqualTo(twice.asString());
    assertThat(rest.<String>path("creditNote")).isEqualTo("CN-000002");
    assertThat(more.<String>path("status")).isEqualTo("declined");
    assertThat(paidBack(channel)).isEqualTo(11_500);
    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes.number"))
        .isEqualTo(List.of("CN-000001", "CN-000002"));
  }

  @Test
  @DisplayName("a provider that loses its answer: pending, then refunded, and paid back once")
  void pendingThenRefunded() {
    String channel = charged("pm_card_timeout");
    charge(channel, "ord_1", ACTIONS, MU);

    Response first = refund(channel, "ref_1", ACTIONS);
    Response meanwhile = refund(channel, "ref_2", ACTIONS);
    Response second = refund(channel, "ref_1", ACTIONS);

    assertThat(first.<String>path("status")).isEqualTo("pending");
    assertThat(meanwhile.<String>path("status")).isEqualTo("declined");
    assertThat(second.<String>path("status")).isEqualTo("refunded");
    assertThat(paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("a pending refund whose caller never comes back is settled by due work")
  void settledWithoutItsCaller() {
    String channel = charged("pm_card_timeout");
    charge(channel, "ord_1", ACTIONS, MU);
    refund(channel, "ref_1", ACTIONS);

    api.advance(channel, NOW.plus(Duration.ofDays(7)));

    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes.number"))
        .isEqualTo(List.of("CN-000001"));
    assertThat(refund(channel, "ref_1", ACTIONS).<String>path("status")).isEqualTo("refunded");
    assertThat(paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName(
      "a crash between the provider's answer and the credit note is resumed, paid back once")
  void crashBeforeTheCreditNote() {
    String channel = charged("pm_card_ok");
    String outage = "check (channel <> '" + channel + "') not valid";
    database.execute("alter table credit_note add constraint outage " + outage);
    try {
      refund(channel, "ref_1", ACTIONS).then().statusCode(500);
    } finally {
      database.execute("alter table credit_note drop constraint outage");
    }
    assertThat(paidBack(channel)).isEqualTo(9_500);

    Response again = refund(channel, "ref_1", ACTIONS);

    assertThat(again.<String>path("creditNote")).isEqualTo("CN-000001");
    assertThat(paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("PU-4 20 repeats of one refund at once, and 20 rivals: paid back once")
  void atOnce() throws Exception {
    String channel = charged("pm_card_ok");

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> calls = new ArrayList<>();
      for (int n = 0; n < 40; n++) {
        String id = n < 20 ? "ref_same" : "ref_" + n;
        calls.add(threads.submit(() -> refund(channel, id, ACTIONS).asString()));
      }
      for (Future<String> call : calls) {
        answers.add(call.get());
      }
    }

    assertThat(answers.subList(0, 20).stream().distinct()).hasSize(1);
    assertThat(paidBack(channel)).isEqualTo(9_500);
    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes")).hasSize(1);
  }

  @Test
  @DisplayName("a charge that is unknown, declined or not answered yet cannot be paid back")
  void notPaid() {
    String channel = api.sandbox(NOW);
    refund(channel, "ref_1", ACTIONS)
        .then()
        .statusCode(404)
        .body("code", equalTo("charge.not-found"));
    charge(channel, "ord_1", ACTIONS);

    Response ofDeclined = refund(channel, "ref_2", ACTIONS);

    assertThat(ofDeclined.<String>path("status")).isEqualTo("declined");
    assertThat(ofDeclined.<String>path("reason")).isEqualTo("refund.charge-not-paid");
    String other = charged("pm_card_timeout");
    refund(other, "ref_1", ACTIONS).then().statusCode(409).body("code", equalTo("charge.pending"));
    assertThat(paidBack(other)).isZero();
  }

  @Test
  @DisplayName("SYS-5 what cannot be paid back is refused by name")
  void refusesWhatCannotBePaidBack() {
    String channel = charged("pm_card_ok");

    for (Map<String, Object> wrong :
        List.of(line("mu", 0), line("mu", -1), line("mu", Long.MAX_VALUE))) {
      refund(channel, "ref_1", wrong)
          .then()
          .statusCode(422)
          .body("code", equalTo("refund.invalid"))
          .body("errors.field", hasItem("lines"));
    }
    assertThat(paidBack(channel)).isZero();
  }

  @Test
  @DisplayName("SYS-3 another channel's charge is unknown; people may not ask for refunds here")
  void strangers() {
    charged("pm_card_ok");
    String stranger = api.sandbox(NOW);

    refund(stranger, "ref_1", ACTIONS).then().statusCode(404);
    api.owner(stranger)
        .body(Map.of())
        .put("/internal/channels/{c}/refunds/ref_1", stranger)
        .then()
        .statusCode(403);
  }

  @Test
  @DisplayName("a credit note and its lines cannot be changed, not even in the database")
  void creditNotesNeverChange() {
    String channel = charged("pm_card_ok");
    refund(channel, "ref_1", ACTIONS);

    for (String sql :
        List.of(
            "update credit_note set total_minor = 1 where channel = $1 returning cause",
            "delete from credit_note where channel = $1 returning cause",
            "update credit_note_line set amount_minor = 1 where channel = $1 returning item",
            "delete from credit_note_line where channel = $1 returning item")) {
      assertThatThrownBy(() -> database.texts(sql, channel)).hasMessageContaining("never change");
    }
  }
}
