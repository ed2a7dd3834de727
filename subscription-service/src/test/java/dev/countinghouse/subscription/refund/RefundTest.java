package dev.countinghouse.subscription.refund;

import static dev.countinghouse.subscription.refund.PaidCharges.ACTIONS;
import static dev.countinghouse.subscription.refund.PaidCharges.MU;
import static dev.countinghouse.subscription.refund.PaidCharges.NOW;
import static dev.countinghouse.subscription.refund.PaidCharges.line;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class RefundTest {

  @Inject Api api;
  @Inject Database database;
  @Inject PaidCharges charges;

  @Test
  @DisplayName(
      "PRE-15 a lot is paid back: a credit note on the charge's invoice, which stays as is")
  void paidBackOnce() {
    String channel = charges.charged("pm_card_ok");
    JsonPath before = api.get(channel, "/invoices/INV-000001");

    Response first = charges.refund(channel, "ref_1", ACTIONS);
    Response again = charges.refund(channel, "ref_1", ACTIONS);

    assertThat(first.<String>path("status")).isEqualTo("refunded");
    assertThat(first.<String>path("creditNote")).isEqualTo("CN-000001");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
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
  @DisplayName(
      "PRE-15 never more than was paid, not for an item either; a declined one has no number")
  void neverMoreThanPaid() {
    String channel = charges.charged("pm_card_ok");

    Response tooMuch = charges.refund(channel, "ref_1", line("mu", 2_001));
    charges.refund(channel, "ref_2", MU);
    Response twice = charges.refund(channel, "ref_3", MU);
    Response rest = charges.refund(channel, "ref_4", ACTIONS);
    Response more = charges.refund(channel, "ref_5", line("workflow-action", 1));

    assertThat(tooMuch.<String>path("status")).isEqualTo("declined");
    assertThat(tooMuch.<String>path("reason")).isEqualTo("refund.exceeds-charge");
    assertThat(twice.<String>path("reason")).isEqualTo("refund.exceeds-charge");
    assertThat(charges.refund(channel, "ref_3", MU).asString()).isEqualTo(twice.asString());
    assertThat(rest.<String>path("creditNote")).isEqualTo("CN-000002");
    assertThat(more.<String>path("status")).isEqualTo("declined");
    assertThat(charges.paidBack(channel)).isEqualTo(11_500);
    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes.number"))
        .isEqualTo(List.of("CN-000001", "CN-000002"));
  }

  @Test
  @DisplayName("a charge that is unknown, declined or not answered yet cannot be paid back")
  void notPaid() {
    String channel = api.sandbox(NOW);
    charges
        .refund(channel, "ref_1", ACTIONS)
        .then()
        .statusCode(404)
        .body("code", equalTo("charge.not-found"));
    charges.charge(channel, "ord_1", ACTIONS);

    Response ofDeclined = charges.refund(channel, "ref_2", ACTIONS);

    assertThat(ofDeclined.<String>path("status")).isEqualTo("declined");
    assertThat(ofDeclined.<String>path("reason")).isEqualTo("refund.charge-not-paid");
    String other = charges.charged("pm_card_timeout");
    charges
        .refund(other, "ref_1", ACTIONS)
        .then()
        .statusCode(409)
        .body("code", equalTo("charge.pending"));
    assertThat(charges.paidBack(other)).isZero();
  }

  @Test
  @DisplayName("PU-4 how far a refund is can be asked without paying back; an unknown one is 404")
  void lookedUp() {
    String channel = charges.charged("pm_card_ok");
    lookUp(channel, "ref_1").then().statusCode(404).body("code", equalTo("refund.not-found"));

    Response refunded = charges.refund(channel, "ref_1", ACTIONS);

    assertThat(lookUp(channel, "ref_1").asString()).isEqualTo(refunded.asString());
    assertThat(voidId(channel, "ref_1").asString()).isEqualTo(refunded.asString());
  }

  @Test
  @DisplayName("PU-4 an id that was voided pays nothing back, and leaves the charge to others")
  void voided() {
    String channel = charges.charged("pm_card_ok");

    Response first = voidId(channel, "ref_1");

    assertThat(first.<String>path("status")).isEqualTo("declined");
    assertThat(first.<String>path("reason")).isEqualTo("refund.voided");
    assertThat(charges.refund(channel, "ref_1", ACTIONS).asString()).isEqualTo(first.asString());
    assertThat(lookUp(channel, "ref_1").asString()).isEqualTo(first.asString());
    assertThat(charges.paidBack(channel)).isZero();
    assertThat(charges.refund(channel, "ref_2", ACTIONS).<String>path("status"))
        .isEqualTo("refunded");
  }

  @Test
  @DisplayName("SYS-5 what cannot be paid back is refused by name")
  void refusesWhatCannotBePaidBack() {
    String channel = charges.charged("pm_card_ok");

    for (Map<String, Object> wrong :
        List.of(line("mu", 0), line("mu", -1), line("mu", Long.MAX_VALUE))) {
      charges
          .refund(channel, "ref_1", wrong)
          .then()
          .statusCode(422)
          .body("code", equalTo("refund.invalid"))
          .body("errors.field", hasItem("lines"));
    }
    assertThat(charges.paidBack(channel)).isZero();
  }

  @Test
  @DisplayName("SYS-3 another channel's charge is unknown; people may not ask for refunds here")
  void strangers() {
    charges.charged("pm_card_ok");
    String stranger = api.sandbox(NOW);

    charges.refund(stranger, "ref_1", ACTIONS).then().statusCode(404);
    api.owner(stranger)
        .body(Map.of())
        .put("/internal/channels/{c}/refunds/ref_1", stranger)
        .then()
        .statusCode(403);
  }

  private Response lookUp(String channel, String id) {
    return api.service().get("/internal/channels/{c}/refunds/{id}", channel, id);
  }

  private Response voidId(String channel, String id) {
    return api.service().delete("/internal/channels/{c}/refunds/{id}", channel, id);
  }

  @Test
  @DisplayName("a credit note and its lines cannot be changed, not even in the database")
  void creditNotesNeverChange() {
    String channel = charges.charged("pm_card_ok");
    charges.refund(channel, "ref_1", ACTIONS);

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
