package dev.countinghouse.subscription.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.contracts.internal.ClosingRequest.GaugeReading;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import dev.countinghouse.subscription.KnownMau;
import dev.countinghouse.subscription.KnownOverage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class OverageTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant FIRST = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-04-05T01:00:00Z");
  private static final Instant THIRD = Instant.parse("2024-05-05T01:00:00Z");
  private static final ChargeLine ACTIONS =
      new ChargeLine("Workflow actions beyond plan and lots", "workflow-action", "500", 2_500);

  @Inject Api api;
  @Inject KnownMau usage;
  @Inject KnownOverage overage;
  @Inject Database database;

  private String paying(String card) {
    String channel = api.inTrial(START);
    api.addCard(channel, card);
    return channel;
  }

  @Test
  @DisplayName("SUB-1a PRE-9 the second invoice: April's plan, and March's overage in arrears")
  void onTheNextInvoice() {
    String channel = paying("pm_card_ok");
    overage.set(channel, FIRST, ACTIONS);

    api.advance(channel, SECOND);

    JsonPath invoice = api.get(channel, "/invoices/INV-000002");
    assertThat(invoice.getString("kind")).isEqualTo("subscription");
    assertThat(invoice.getString("status")).isEqualTo("paid");
    assertThat(invoice.getList("lines.item"))
        .isEqualTo(List.of("paid", "operation", "workflow-action"));
    assertThat(invoice.getList("lines.amount.amount"))
        .isEqualTo(List.of("27.00", "18.00", "25.00"));
    assertThat(invoice.getString("total.amount")).isEqualTo("70.00");
    assertThat(invoice.getString("lines[2].quantity")).isEqualTo("500");
    assertThat(invoice.getString("lines[0].period.start")).isEqualTo(SECOND.toString());
    assertThat(invoice.getString("lines[2].period.start")).isEqualTo(FIRST.toString());
    assertThat(invoice.getString("lines[2].period.end")).isEqualTo(SECOND.toString());
  }

  @Test
  @DisplayName("TRI-5 SUB-1a a trial that ends has no overage; prepaid is not asked")
  void notAfterATrial() {
    String channel = paying("pm_card_ok");

    api.advance(channel, FIRST);

    assertThat(overage.askedFor(channel)).isEmpty();
    assertThat(api.get(channel, "/invoices/INV-000001").getList("lines")).hasSize(2);
  }

  @Test
  @DisplayName("PRE-6 every period is asked about once, by its bounds, plan and book")
  void questions() {
    String channel = paying("pm_card_ok");

    api.advance(channel, THIRD);

    assertThat(overage.askedFor(channel))
        .containsExactly(
            new ClosingRequest(FIRST, SECOND, "paid", "mau-2023", 1, List.of()),
            new ClosingRequest(SECOND, THIRD, "paid", "mau-2023", 1, List.of()));
    assertThat(api.get(channel, "/invoices").getList("items.total.amount"))
        .isEqualTo(List.of("45.00", "45.00", "45.00"));
  }

  @Test
  @DisplayName("PRE-6 MAU-6 a gauge of MAU reads the MAU of the period's last local day")
  void gauge() {
    String channel = api.inTrial(START, "usage-2024", "early-stage");
    api.addCard(channel, "pm_card_ok");
    usage.set(channel, 1_750);
    ChargeLine mu = new ChargeLine("MU beyond plan and lots", "mu", "750", 1_500);
    overage.set(channel, FIRST, mu);

    api.advance(channel, SECOND);

    assertThat(overage.askedFor(channel))
        .containsExactly(
            new ClosingRequest(
                FIRST,
                SECOND,
                "early-stage",
                "usage-2024",
                1,
                List.of(new GaugeReading("mau", 1_750))));
    assertThat(usage.askedFor(channel))
        .containsExactly(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 4, 4));
    assertThat(api.get(channel, "/invoices").getList("items.total.amount"))
        .isEqualTo(List.of("36.00", "51.00"));
  }

  @Test
  @DisplayName("TRI-5 usage-2024: growth converts at its flat fee")
  void growth() {
    String channel = api.inTrial(START, "usage-2024", "growth");
    api.addCard(channel, "pm_card_ok");
    usage.set(channel, 12_000);

    api.advance(channel, FIRST);

    JsonPath invoice = api.get(channel, "/invoices/INV-000001");
    assertThat(invoice.getString("total.amount")).isEqualTo("120.00");
    assertThat(invoice.getList("lines.item")).isEqualTo(List.of("growth"));
    assertThat(api.get(channel, "/subscription").getString("plan")).isEqualTo("growth");
  }

  @Test
  @DisplayName("SUB-1a prepaid is down at the period's end: nothing is invoiced until it answers")
  void resumesWhenPrepaidIsBack() {
    String channel = paying("pm_card_ok");
    api.advance(channel, FIRST);
    overage.set(channel, FIRST, ACTIONS);
    overage.failNext(channel, 2);

    String failure = api.step(channel, SECOND);
    assertThat(failure).contains("prepaid is down");
    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(1);
    usage.set(channel, 150_000);
    api.step(channel, SECOND);
    api.advance(channel, SECOND);

    assertThat(overage.askedFor(channel)).hasSize(3);
    assertThat(overage.askedFor(channel).stream().distinct()).hasSize(1);
    assertThat(api.get(channel, "/invoices").getList("items.total.amount"))
        .isEqualTo(List.of("45.00", "70.00"));
  }

  @Test
  @DisplayName(
      "SUB-1a a crash after prepaid's answer: the stored answer is invoiced, nobody is asked")
  void resumesFromTheStoredAnswer() {
    String channel = paying("pm_card_ok");
    api.advance(channel, FIRST);
    overage.set(channel, FIRST, ACTIONS);
    String outage = "check (channel <> '" + channel + "') not valid";
    database.execute("alter table invoice add constraint outage " + outage);

    String failure = api.step(channel, SECOND);
    database.execute("alter table invoice drop constraint outage");
    assertThat(failure).contains("outage");
    overage.set(channel, FIRST);
    api.advance(channel, SECOND);

    assertThat(overage.askedFor(channel)).hasSize(1);
    assertThat(api.get(channel, "/invoices/INV-000002").getString("total.amount"))
        .isEqualTo("70.00");
  }

  @Test
  @DisplayName("SUB-4 SUB-1a the subscription ends: the overage of its last days is invoiced alone")
  void lastPeriod() {
    String channel = paying("pm_card_declined_after_1");
    Instant end = Instant.parse("2024-04-12T01:00:00Z");
    overage.set(channel, SECOND, ACTIONS);

    api.advance(channel, end);

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(overage.askedFor(channel).getLast())
        .isEqualTo(new ClosingRequest(SECOND, end, "paid", "mau-2023", 1, List.of()));
    JsonPath invoice = api.get(channel, "/invoices/INV-000003");
    assertThat(invoice.getString("kind")).isEqualTo("usage");
    assertThat(invoice.getString("issuedAt")).isEqualTo(end.toString());
    assertThat(invoice.getString("total.amount")).isEqualTo("25.00");
    assertThat(invoice.getString("lines[0].period.start")).isEqualTo(SECOND.toString());
    assertThat(invoice.getString("lines[0].period.end")).isEqualTo(end.toString());
  }

  @Test
  @DisplayName("SUB-4 a last retry that runs late ends the subscription when it runs")
  void lateGiveUp() {
    String channel = paying("pm_card_declined_after_1");
    api.advance(channel, Instant.parse("2024-04-12T00:59:59Z"));
    Instant late = Instant.parse("2024-04-12T04:00:00Z");

    api.step(channel, late);

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(overage.askedFor(channel).getLast().end()).isEqualTo(late);
  }

  @Test
  @DisplayName("SUB-4 the last overage is not paid either: the channel stays on Free, told once")
  void lastPeriodUnpaid() {
    String channel = paying("pm_card_declined_after_1");
    overage.set(channel, SECOND, ACTIONS);

    api.advance(channel, Instant.parse("2024-04-13T01:00:00Z"));
    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    api.advance(channel, Instant.parse("2024-05-30T01:00:00Z"));

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(api.get(channel, "/invoices").getList("items.status"))
        .isEqualTo(List.of("paid", "uncollectible", "uncollectible"));
    assertThat(api.get(channel, "/notices").getList("items.code"))
        .isEqualTo(
            List.of(
                "payment.failed", "subscription.ended", "payment.failed", "invoice.uncollectible"));
  }

  @Test
  @DisplayName("SUB-1a PRE-9 a line of $0.00 stands beside the others, and alone makes no invoice")
  void ofTheFirstTier() {
    String channel = paying("pm_card_declined_after_1");
    ChargeLine ofFree = new ChargeLine("Workflow actions", "workflow-action", "10", 0);
    overage.set(channel, FIRST, ofFree);
    overage.set(channel, SECOND, ofFree);

    api.advance(channel, Instant.parse("2024-05-30T01:00:00Z"));

    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(2);
    assertThat(api.get(channel, "/invoices/INV-000002").getList("lines.amount.amount"))
        .isEqualTo(List.of("27.00", "18.00", "0.00"));
  }

  @Test
  @DisplayName("SUB-4 the subscription ends without overage: no invoice")
  void lastPeriodWithoutOverage() {
    String channel = paying("pm_card_declined_after_1");

    api.advance(channel, Instant.parse("2024-05-30T01:00:00Z"));

    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(2);
    assertThat(overage.askedFor(channel)).hasSize(2);
  }
}
