package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.domain.Grants.History;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntitlementsTest {

  private static final Selection PAID = new Selection("paid", List.of("operation"));

  @Test
  @DisplayName("SUB-5 Free: chat history 30 days, event history 7 days")
  void free() {
    Entitlements may = Entitlements.of(Books.mau(), SubscriptionStatus.FREE, Selection.FREE);

    assertThat(may.chatHistory()).isEqualTo(History.of(30));
    assertThat(may.eventHistory()).isEqualTo(History.of(7));
    assertThat(may.feature("team-chat")).contains(allowed("team-chat", "plan", "free"));
    assertThat(may.feature("export")).contains(refused("export", "not-included", "paid"));
  }

  @Test
  @DisplayName(
      "SUB-5 paid: chat history unlimited, event history 90 days, export; add-ons bring theirs")
  void paid() {
    Entitlements may = Entitlements.of(Books.mau(), SubscriptionStatus.ACTIVE, PAID);

    assertThat(may.chatHistory()).isEqualTo(History.UNLIMITED);
    assertThat(may.eventHistory()).isEqualTo(History.of(90));
    assertThat(may.feature("export")).contains(allowed("export", "plan", "paid"));
    assertThat(may.feature("chat-tags")).contains(allowed("chat-tags", "add-on", "operation"));
    assertThat(may.feature("campaigns"))
        .contains(refused("campaigns", "not-included", "marketing"));
    assertThat(may.limits()).isEmpty();
  }

  @Test
  @DisplayName("TRI-3 the trial withholds what the book says, and limits automated sends")
  void trial() {
    Entitlements may = Entitlements.of(Books.mau(), SubscriptionStatus.TRIAL, PAID);

    assertThat(may.feature("export")).contains(allowed("export", "plan", "paid"));
    assertThat(may.feature("open-api")).contains(refused("open-api", "withheld-in-trial", "paid"));
    assertThat(may.limits()).containsEntry("automatedSends", 100L);
  }

  @Test
  @DisplayName("SUB-4 past due: service continues as before")
  void pastDue() {
    assertThat(Entitlements.of(Books.mau(), SubscriptionStatus.PAST_DUE, PAID))
        .isEqualTo(Entitlements.of(Books.mau(), SubscriptionStatus.ACTIVE, PAID));
  }

  @Test
  @DisplayName("SUB-5 a feature the book does not know has no answer")
  void unknown() {
    assertThat(Entitlements.of(Books.mau(), SubscriptionStatus.FREE, Selection.FREE).feature("x"))
        .isEmpty();
  }

  private static Entitlement allowed(String feature, String reason, String source) {
    return new Entitlement(feature, true, reason, source);
  }

  private static Entitlement refused(String feature, String reason, String source) {
    return new Entitlement(feature, false, reason, source);
  }
}
