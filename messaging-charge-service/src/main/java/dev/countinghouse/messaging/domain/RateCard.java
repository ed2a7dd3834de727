package dev.countinghouse.messaging.domain;

import java.util.Comparator;
import java.util.List;

/** The rates of one version of a message price book (BOOK-1), never changed once published. */
public record RateCard(String book, int version, List<Rate> rates) {

  public RateCard {
    rates = List.copyOf(rates);
  }

  /** Rates for texts to that country, the shortest limit first. */
  List<Rate> textRates(String country) {
    return rates.stream()
        .filter(rate -> rate.kind() != MessageKind.INFO_TALK)
        .filter(rate -> rate.destinations().contains(country))
        .sorted(Comparator.comparingInt(RateCard::maxBytes))
        .toList();
  }

  /** Rates for InfoTalk to that country. */
  List<Rate> infoTalkRates(String country) {
    return rates.stream()
        .filter(rate -> rate.kind() == MessageKind.INFO_TALK)
        .filter(rate -> rate.destinations().contains(country))
        .toList();
  }

  private static int maxBytes(Rate rate) {
    return switch (rate.limit()) {
      case Rate.Limit.None() -> Integer.MAX_VALUE;
      case Rate.Limit.Cp949Bytes(int max) -> max;
    };
  }
}
