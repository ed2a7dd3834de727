package dev.countinghouse.subscription.domain;

import dev.countinghouse.pricing.Cap;
import dev.countinghouse.pricing.Flat;
import dev.countinghouse.pricing.PerUnit;
import dev.countinghouse.pricing.Price;
import dev.countinghouse.pricing.Volume;
import dev.countinghouse.subscription.domain.Grants.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A price book as the tests of the rules need it: the tiers of mau-2023, in records. */
final class Books {

  static final TrialTerms TRIAL =
      new TrialTerms(
          14, true, 10_000, Map.of("automatedSends", 100L), Set.of("open-api", "store-import"));

  private Books() {}

  static PriceBook mau() {
    return new PriceBook(
        "mau",
        1,
        LocalDate.of(2020, 1, 1),
        Optional.of("USD"),
        List.of(free(), paid(), perAgent()),
        List.of(
            mauPriced("operation", 18, 36, 60, 96, 180, 300, 400, 480, "chat-tags"),
            mauPriced("support-bot", 18, 36, 60, 96, 180, 300, 400, 480, "bot-form"),
            mauPriced("marketing", 27, 54, 90, 144, 270, 450, 600, 700, "campaigns"),
            whiteLabel()),
        Optional.of(new Cap(new BigDecimal("2100.00"))),
        Optional.of(TRIAL),
        Set.of());
  }

  static PriceBook withoutTrial() {
    PriceBook book = mau();
    return new PriceBook(
        book.id(),
        book.version(),
        book.effectiveFrom(),
        book.currency(),
        book.plans(),
        book.addOns(),
        book.subscriptionFeeCap(),
        Optional.empty(),
        Set.of());
  }

  private static Product free() {
    Grants grants = new Grants(History.of(30), History.of(7), List.of("team-chat"));
    return new Product(PriceBook.FREE, Optional.empty(), Optional.empty(), grants);
  }

  private static Product paid() {
    Grants grants =
        new Grants(
            History.UNLIMITED,
            History.of(90),
            List.of("team-chat", "export", "open-api", "store-import"));
    Price price = tiers(27, 54, 90, 144, 270, 450, 600, 700);
    return new Product("paid", Optional.of(price), Optional.of("mau"), grants);
  }

  private static Product perAgent() {
    Price price = new PerUnit(new BigDecimal("20"));
    Grants grants = new Grants(History.UNLIMITED, History.UNLIMITED, List.of());
    return new Product("per-agent", Optional.of(price), Optional.of("active-agents"), grants);
  }

  private static Product whiteLabel() {
    Grants grants = new Grants(History.UNLIMITED, History.UNLIMITED, List.of("hide-brand"));
    Price price = new Flat(new BigDecimal("50"));
    return new Product("white-label", Optional.of(price), Optional.empty(), grants);
  }

  private static Product mauPriced(
      String id, int a, int b, int c, int d, int e, int f, int g, int h, String feature) {
    Grants grants = new Grants(History.UNLIMITED, History.UNLIMITED, List.of(feature));
    return new Product(id, Optional.of(tiers(a, b, c, d, e, f, g, h)), Optional.of("mau"), grants);
  }

  private static Price tiers(int... flats) {
    Long[] ends = {1_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L, 200_000L, null};
    List<Volume.Tier> tiers = new java.util.ArrayList<>();
    for (int tier = 0; tier < ends.length; tier++) {
      tiers.add(new Volume.Tier(ends[tier], new Flat(BigDecimal.valueOf(flats[tier]))));
    }
    return new Volume(tiers);
  }
}
