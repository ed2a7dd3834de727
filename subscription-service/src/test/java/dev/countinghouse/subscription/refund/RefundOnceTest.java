package dev.countinghouse.subscription.refund;

import static dev.countinghouse.subscription.refund.PaidCharges.ACTIONS;
import static dev.countinghouse.subscription.refund.PaidCharges.MU;
import static dev.countinghouse.subscription.refund.PaidCharges.NOW;
import static dev.countinghouse.subscription.refund.PaidCharges.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
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
class RefundOnceTest {

  @Inject Api api;
  @Inject Database database;
  @Inject PaidCharges charges;

  @Test
  @DisplayName("PU-4 the same refund in other words is the same refund")
  void otherWords() {
    String channel = charges.charged("pm_card_ok");
    Response first = charges.refund(channel, "ref_1", ACTIONS);
    Map<String, Object> reworded = new HashMap<>(ACTIONS);
    reworded.put("description", "A year of workflow actions");

    Response again = charges.refund(channel, "ref_1", reworded);

    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("PU-4 the same id with other content is refused and pays nothing back")
  void otherContentIsRefused() {
    String channel = charges.charged("pm_card_ok");
    charges.refund(channel, "ref_1", ACTIONS);

    charges
        .refund(channel, "ref_1", MU)
        .then()
        .statusCode(422)
        .body("code", equalTo("refund.conflict"));

    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("PU-4 what cannot be paid back says so only of an id by which nothing went back")
  void invalidIsSaidOfUnusedIdsOnly() {
    String channel = charges.charged("pm_card_ok");
    charges.refund(channel, "ref_1", ACTIONS);

    charges
        .refund(channel, "ref_1", line("mu", 0))
        .then()
        .statusCode(422)
        .body("code", equalTo("refund.conflict"));
  }

  @Test
  @DisplayName("a provider that loses its answer: pending, then refunded, and paid back once")
  void pendingThenRefunded() {
    String channel = charges.charged("pm_card_timeout");
    charges.charge(channel, "ord_1", ACTIONS, MU);

    Response first = charges.refund(channel, "ref_1", ACTIONS);
    Response meanwhile = charges.refund(channel, "ref_2", ACTIONS);
    Response second = charges.refund(channel, "ref_1", ACTIONS);

    assertThat(first.<String>path("status")).isEqualTo("pending");
    assertThat(meanwhile.<String>path("status")).isEqualTo("declined");
    assertThat(second.<String>path("status")).isEqualTo("refunded");
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("a pending refund whose caller never comes back is settled by due work")
  void settledWithoutItsCaller() {
    String channel = charges.charged("pm_card_timeout");
    charges.charge(channel, "ord_1", ACTIONS, MU);
    charges.refund(channel, "ref_1", ACTIONS);

    api.advance(channel, NOW.plus(Duration.ofDays(7)));

    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes.number"))
        .isEqualTo(List.of("CN-000001"));
    assertThat(charges.refund(channel, "ref_1", ACTIONS).<String>path("status"))
        .isEqualTo("refunded");
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName(
      "a crash between the provider's answer and the credit note is resumed, paid back once")
  void crashBeforeTheCreditNote() {
    String channel = charges.charged("pm_card_ok");
    String outage = "check (channel <> '" + channel + "') not valid";
    database.execute("alter table credit_note add constraint outage " + outage);
    try {
      charges.refund(channel, "ref_1", ACTIONS).then().statusCode(500);
    } finally {
      database.execute("alter table credit_note drop constraint outage");
    }
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);

    Response again = charges.refund(channel, "ref_1", ACTIONS);

    assertThat(again.<String>path("creditNote")).isEqualTo("CN-000001");
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
  }

  @Test
  @DisplayName("PU-4 20 repeats of one refund at once, and 20 rivals: paid back once")
  void atOnce() throws Exception {
    String channel = charges.charged("pm_card_ok");

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> calls = new ArrayList<>();
      for (int n = 0; n < 40; n++) {
        String id = n < 20 ? "ref_same" : "ref_" + n;
        calls.add(threads.submit(() -> charges.refund(channel, id, ACTIONS).asString()));
      }
      for (Future<String> call : calls) {
        answers.add(call.get());
      }
    }

    assertThat(answers.subList(0, 20).stream().distinct()).hasSize(1);
    assertThat(charges.paidBack(channel)).isEqualTo(9_500);
    assertThat(api.get(channel, "/invoices/INV-000001").getList("creditNotes")).hasSize(1);
  }
}
