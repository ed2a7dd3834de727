package dev.countinghouse.subscription.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.PrepaidEvents;
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
class PrepaidNoticesTest {

  private static final Instant AT = Instant.parse("2024-03-05T01:00:00Z");

  @Inject Api api;
  @Inject PrepaidEvents prepaid;

  private JsonPath notices(String channel) {
    return api.get(channel, "/notices");
  }

  @Test
  @DisplayName("NOTE-3 PU-5 auto-recharge that is switched off is told once an order")
  void switchedOff() {
    String channel = api.sandbox(AT);
    String type = AutoRechargeSwitchedOff.TYPE;
    String reason = "payment.declined";

    prepaid.send(channel, 1, type, new AutoRechargeSwitchedOff(channel, "ord_1", AT, reason));
    prepaid.send(channel, 2, type, new AutoRechargeSwitchedOff(channel, "ord_1", AT, reason));
    prepaid.send(channel, 3, type, new AutoRechargeSwitchedOff(channel, "ord_2", AT, reason));

    assertThat(notices(channel).getList("items.code"))
        .isEqualTo(List.of("auto-recharge.switched-off", "auto-recharge.switched-off"));
    assertThat(notices(channel).getString("items[0].createdAt")).isEqualTo(AT.toString());
  }

  @Test
  @DisplayName("NOTE-3 PRE-14 a renewal that failed is told once")
  void renewalFailed() {
    String channel = api.sandbox(AT);
    RenewalFailed failed =
        new RenewalFailed(channel, "lot_1", "workflow-action", AT, "payment.declined");

    prepaid.send(channel, 1, RenewalFailed.TYPE, failed);
    prepaid.send(channel, 2, RenewalFailed.TYPE, failed);

    assertThat(notices(channel).getList("items.code")).isEqualTo(List.of("prepaid.renewal-failed"));
    assertThat(notices(channel).getString("items[0].text")).contains("workflow-action");
  }

  @Test
  @DisplayName("NOTE-3 PRE-13 a reserved order that was not bought is told once, and why")
  void reservationFailed() {
    String channel = api.sandbox(AT);
    List<String> items = List.of("mu", "workflow-action");
    ReservationFailed unpaid =
        new ReservationFailed(channel, "ord_1", items, AT, "payment.declined");
    ReservationFailed refused =
        new ReservationFailed(channel, "ord_2", items, AT, "prepaid.plan-limit");

    prepaid.send(channel, 1, ReservationFailed.TYPE, unpaid);
    prepaid.send(channel, 2, ReservationFailed.TYPE, unpaid);
    prepaid.send(channel, 3, ReservationFailed.TYPE, refused);

    JsonPath notices = notices(channel);
    assertThat(notices.getList("items.code"))
        .isEqualTo(List.of("prepaid.reservation-failed", "prepaid.reservation-failed"));
    assertThat(notices.getString("items[0].text"))
        .contains("mu, workflow-action")
        .contains("payment failed");
    assertThat(notices.getString("items[1].text")).contains("prepaid.plan-limit");
  }

  @Test
  @DisplayName("NOTE-3 PU-4 an order in review is told once, whatever repeats it")
  void inReview() {
    String channel = api.sandbox(AT);
    OrderInReview renewal = inReview(channel, "ord_1", "renewal", "workflow-action");
    OrderInReview recharge = inReview(channel, "ord_2", "auto-recharge", "pu");

    prepaid.send(channel, 1, OrderInReview.TYPE, renewal);
    prepaid.send(channel, 2, OrderInReview.TYPE, renewal);
    prepaid.send(channel, 3, OrderInReview.TYPE, recharge);

    JsonPath notices = notices(channel);
    assertThat(notices.getList("items.code"))
        .isEqualTo(List.of("prepaid.in-review", "prepaid.in-review"));
    assertThat(notices.getString("items[0].text"))
        .contains("workflow-action (renewal)")
        .doesNotContain("run out");
    assertThat(notices.getString("items[1].text")).contains("pu (auto-recharge)", "run out");
    assertThat(notices.getString("items[0].createdAt")).isEqualTo(AT.toString());
  }

  private static OrderInReview inReview(String channel, String order, String origin, String item) {
    return new OrderInReview(channel, order, origin, List.of(item), AT, "charge.conflict");
  }

  @Test
  @DisplayName("NOTE-3 a lot that ends in 30 days is told once, and whether it is renewed")
  void expiring() {
    String channel = api.sandbox(AT);
    LocalDate last = LocalDate.of(2024, 4, 4);
    LotExpiring renewed = new LotExpiring(channel, "lot_1", "mu", last, true, AT);
    LotExpiring gone = new LotExpiring(channel, "lot_2", "mu", last, false, AT);

    prepaid.send(channel, 1, LotExpiring.TYPE, renewed);
    prepaid.send(channel, 2, LotExpiring.TYPE, gone);
    prepaid.send(channel, 3, LotExpiring.TYPE, gone);

    JsonPath notices = notices(channel);
    assertThat(notices.getList("items.code"))
        .isEqualTo(List.of("prepaid.expiring", "prepaid.expiring"));
    assertThat(notices.getString("items[0].text")).contains("2024-04-04").contains("renewed");
    assertThat(notices.getString("items[1].text")).contains("2024-04-04").contains("gone");
  }

  @Test
  @DisplayName(
      "NOTE-3 usage at 80 % and 100 % is told once an item, period, kind, percentage and quantity")
  void thresholdReached() {
    String channel = api.sandbox(AT);
    Instant march = Instant.parse("2024-02-29T15:00:00Z");
    Instant april = Instant.parse("2024-03-31T15:00:00Z");
    List<UsageThresholdReached> reached =
        List.of(
            threshold(channel, "mu", "allowance", 80, 41, 50, march),
            threshold(channel, "mu", "allowance", 80, 41, 50, march),
            threshold(channel, "mu", "allowance", 100, 50, 50, march),
            threshold(channel, "mu", "allowance", 80, 40, 50, april),
            threshold(channel, "seat", "allowance", 80, 40, 50, april),
            threshold(channel, "mu", "limit", 80, 40, 50, april),
            threshold(channel, "mu", "limit", 80, 48, 60, april),
            threshold(channel, "mu", "limit", 80, 49, 60, april));

    for (int sequence = 0; sequence < reached.size(); sequence++) {
      prepaid.send(channel, sequence + 1, UsageThresholdReached.TYPE, reached.get(sequence));
    }

    JsonPath notices = notices(channel);
    assertThat(notices.getList("items.code"))
        .isEqualTo(
            List.of(
                "usage.allowance-80",
                "usage.allowance-100",
                "usage.allowance-80",
                "usage.allowance-80",
                "usage.limit-80",
                "usage.limit-80"));
    assertThat(notices.getString("items[0].text"))
        .contains("mu", "80 % of what the plan includes", "41 of 50", "2024-03-01");
    assertThat(notices.getString("items[5].text"))
        .contains("80 % of the limit", "48 of 60", "2024-04-01", "refused");
    assertThat(notices.getString("items[0].createdAt")).isEqualTo(AT.toString());
  }

  private static UsageThresholdReached threshold(
      String channel,
      String item,
      String of,
      int percent,
      long used,
      long quantity,
      Instant since) {
    return new UsageThresholdReached(channel, item, of, percent, used, quantity, since, AT);
  }
}
