package dev.countinghouse.subscription.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.Database;
import dev.countinghouse.subscription.Events;
import dev.countinghouse.subscription.KnownMau;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ConversionTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant END = Instant.parse("2024-03-05T01:00:00Z");

  @Inject Api api;
  @Inject KnownMau usage;
  @Inject Database database;
  @Inject Events events;

  @Test
  @DisplayName("TRI-5 without a payment method: Free, no invoice")
  void fallsToFree() {
    String channel = api.inTrial(START);

    api.advance(channel, END);

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(api.get(channel, "/trial").getBoolean("converted")).isFalse();
    assertThat(api.get(channel, "/invoices").getList("items")).isEmpty();
    assertThat(usage.askedFor(channel)).isEmpty();
  }

  @Test
  @DisplayName("TRI-5 a payment method that was removed before the end: Free, no invoice")
  void removedMethod() {
    String channel = api.inTrial(START);
    String card = api.addCard(channel, "pm_card_ok");
    api.owner(channel)
        .delete("/v1/channels/{c}/payment-methods/{id}", channel, card)
        .then()
        .statusCode(204);

    api.advance(channel, END);

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(api.get(channel, "/invoices").getList("items")).isEmpty();
  }

  @Test
  @DisplayName("TRI-5 MAU-6 with a card: paid from that day at the tier of the last full day's MAU")
  void converts() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_ok");
    usage.set(channel, 12_000);

    api.advance(channel, END);

    JsonPath subscription = api.get(channel, "/subscription");
    assertThat(subscription.getString("status")).isEqualTo("active");
    assertThat(subscription.getString("period.start")).isEqualTo(END.toString());
    assertThat(subscription.getString("period.end")).isEqualTo("2024-04-05T01:00:00Z");
    assertThat(subscription.getInt("anchorDay")).isEqualTo(5);
    JsonPath invoice = api.get(channel, "/invoices/INV-000001");
    assertThat(invoice.getString("status")).isEqualTo("paid");
    assertThat(invoice.getString("total.amount")).isEqualTo("240.00");
    assertThat(invoice.getList("lines.item")).isEqualTo(List.of("paid", "operation"));
    assertThat(invoice.getList("lines.amount.amount")).isEqualTo(List.of("144.00", "96.00"));
    assertThat(invoice.getString("mauAt.on")).isEqualTo("2024-03-04");
    assertThat(invoice.getLong("mauAt.mau")).isEqualTo(12_000);
    assertThat(usage.askedFor(channel)).containsExactly(LocalDate.of(2024, 3, 4));
  }

  @Test
  @DisplayName("TIME-4 a year: an invoice on every anchor day, numbers without a gap")
  void aYear() {
    String channel = api.inTrial(Instant.parse("2024-01-17T01:00:00Z"));
    api.addCard(channel, "pm_card_ok");

    api.advance(channel, Instant.parse("2025-01-31T01:00:00Z"));

    JsonPath page = api.get(channel, "/invoices?limit=50");
    assertThat(page.getList("items.number"))
        .isEqualTo(IntStream.rangeClosed(1, 13).mapToObj("INV-%06d"::formatted).toList());
    assertThat(page.<String>getList("items.issuedAt").subList(0, 4))
        .containsExactly(
            "2024-01-31T01:00:00Z",
            "2024-02-29T01:00:00Z",
            "2024-03-31T01:00:00Z",
            "2024-04-30T01:00:00Z");
    assertThat(page.getList("items.status")).containsOnly("paid");
    assertThat(page.<String>getList("items.period.end").subList(0, 12))
        .isEqualTo(page.<String>getList("items.period.start").subList(1, 13));
  }

  @Test
  @DisplayName(
      "TRI-5 metering is down at the trial's end: nothing is invoiced until it answers, then once")
  void resumesWhenMeteringIsBack() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_ok");
    usage.set(channel, 12_000);
    usage.failNext(channel, 1);

    String failure = api.step(channel, END);

    assertThat(failure).contains("metering is down");
    assertThat(api.get(channel, "/invoices").getList("items")).isEmpty();
    api.advance(channel, END);
    assertThat(api.get(channel, "/invoices").getList("items.total.amount"))
        .isEqualTo(List.of("240.00"));
  }

  @Test
  @DisplayName(
      "TRI-5 SUB-4 a failed first payment is retried after 1, 3, 5 and 7 days, then Free and a notice")
  void dunning() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_declined");

    api.advance(channel, END);
    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("past-due");
    api.advance(channel, Instant.parse("2024-03-12T00:59:59Z"));
    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("past-due");
    api.advance(channel, Instant.parse("2024-05-12T01:00:00Z"));

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    assertThat(api.get(channel, "/invoices").getList("items.status"))
        .isEqualTo(List.of("uncollectible"));
    assertThat(api.get(channel, "/notices").getList("items.code"))
        .isEqualTo(List.of("payment.failed", "subscription.ended"));
    assertThat(attempts(channel))
        .containsExactly(
            "2024-03-05T01:00:00Z",
            "2024-03-06T01:00:00Z",
            "2024-03-08T01:00:00Z",
            "2024-03-10T01:00:00Z",
            "2024-03-12T01:00:00Z");
  }

  @Test
  @DisplayName("SUB-4 a retry with another card succeeds: active again")
  void recovers() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_declined");
    api.advance(channel, END);
    api.addCard(channel, "pm_card_ok");

    api.advance(channel, Instant.parse("2024-03-06T01:00:00Z"));

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("active");
    assertThat(api.get(channel, "/invoices/INV-000001").getString("paidAt"))
        .isEqualTo("2024-03-06T01:00:00Z");
  }

  @Test
  @DisplayName("MON-4 a provider that loses its answer is asked again and paid once")
  void timeout() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_timeout");

    api.advance(channel, END);

    assertThat(api.get(channel, "/invoices/INV-000001").getString("status")).isEqualTo("paid");
    assertThat(taken(channel)).isEqualTo(1);
  }

  @Test
  @DisplayName("NOTE-1 a notice is marked as read, once")
  void noticeIsRead() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_declined");
    api.advance(channel, END);
    String id = api.get(channel, "/notices").getString("items[0].id");

    String first = read(channel, id);
    api.advance(channel, END.plusSeconds(60));

    assertThat(read(channel, id)).isEqualTo(first).isEqualTo(END.toString());
  }

  @Test
  @DisplayName("TRI-5 the others learn: trial ended, period started, invoice issued, in that order")
  void tellsTheOthers() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_ok");
    usage.set(channel, 12_000);

    api.advance(channel, END);

    List<Events.Event> told = events.await(channel, 5);
    assertThat(told)
        .extracting(Events.Event::type)
        .containsExactly(
            "channel.created",
            "trial.started",
            "trial.ended",
            "subscription.period-started",
            "invoice.issued");
    assertThat(told.get(1).data().getLong("grantTenths")).isEqualTo(10_000);
    assertThat(told.get(2).data().getBoolean("converted")).isTrue();
    assertThat(told.get(3).data().getBoolean("first")).isTrue();
    assertThat(told.get(4).data().getLong("amountMinor")).isEqualTo(24_000);
  }

  @Test
  @DisplayName(
      "MAU-5 a finalized invoice and its lines cannot be changed, not even in the database")
  void invoicesNeverChange() {
    String channel = api.inTrial(START);
    api.addCard(channel, "pm_card_ok");
    api.advance(channel, END);

    for (String sql :
        List.of(
            "update invoice set total_minor = 1 where channel = $1 returning id",
            "delete from invoice where channel = $1 returning id",
            "update invoice_line set amount_minor = 1 where channel = $1 returning item",
            "delete from invoice_line where channel = $1 returning item")) {
      assertThatThrownBy(() -> database.texts(sql, channel)).hasMessageContaining("never change");
    }
  }

  private String read(String channel, String notice) {
    return api.owner(channel)
        .post("/v1/channels/{c}/notices/{n}/read", channel, notice)
        .then()
        .statusCode(200)
        .extract()
        .path("readAt");
  }

  private List<String> attempts(String channel) {
    return database.texts(
        "select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
            + " from payment_attempt where channel = $1 order by started_at",
        channel);
  }

  private int taken(String channel) {
    return database
        .texts(
            "select attempt from sandbox_payment where channel = $1 and outcome = 'succeeded'",
            channel)
        .size();
  }
}
