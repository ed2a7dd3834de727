package dev.countinghouse.messaging.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prices one message by a rate card: MSG-1, MSG-2, MSG-3, MSG-4. */
public final class PriceText {

  private PriceText() {}

  /**
   * Prices a message.
   *
   * @param kind what the sender asks for; SMS and LMS are told apart by the length, whichever was
   *     asked
   * @param country ISO 3166-1 alpha-2 code of the number
   * @param text everything that is sent, an appended address included (MSG-4)
   */
  public static Pricing price(RateCard card, MessageKind kind, String country, String text) {
    List<Rate> rates =
        kind == MessageKind.INFO_TALK ? card.infoTalkRates(country) : card.textRates(country);
    if (rates.isEmpty()) {
      return new Pricing.NoRate(country);
    }
    boolean korean = rates.stream().anyMatch(r -> r.limit() instanceof Rate.Limit.Cp949Bytes);
    return korean ? priceByBytes(rates, text) : priced(rates.get(0), text, utf8(text));
  }

  private static Pricing priceByBytes(List<Rate> rates, String text) {
    return switch (Cp949.of(text)) {
      case Cp949.Length.Missing(String character, int position) ->
          new Pricing.UnsupportedCharacter(character, position);
      case Cp949.Length.Bytes(int bytes) -> shortestThatHolds(rates, text, bytes);
    };
  }

  private static Pricing shortestThatHolds(List<Rate> rates, String text, int bytes) {
    int longest = 0;
    for (Rate rate : rates) {
      if (!(rate.limit() instanceof Rate.Limit.Cp949Bytes(int max))) {
        return priced(rate, text, bytes);
      }
      if (bytes <= max) {
        return priced(rate, text, bytes);
      }
      longest = Math.max(longest, max);
    }
    return new Pricing.TooLong(bytes, longest);
  }

  private static Pricing priced(Rate rate, String text, int bytes) {
    int segments = Segments.count(text);
    long tenths = rate.perMessageTenths() + segments * rate.perSegmentTenths();
    return new Pricing.Priced(rate.kind(), tenths, bytes, segments);
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
