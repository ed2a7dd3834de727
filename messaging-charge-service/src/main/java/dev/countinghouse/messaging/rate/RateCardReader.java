package dev.countinghouse.messaging.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.messaging.domain.MessageKind;
import dev.countinghouse.messaging.domain.Rate;
import dev.countinghouse.messaging.domain.RateCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a rate card from a price book's JSON; a book that cannot be read is an {@link
 * IllegalArgumentException}.
 */
final class RateCardReader {

  private static final BigDecimal TENTHS = BigDecimal.TEN;

  private RateCardReader() {}

  static RateCard read(JsonNode book) {
    List<Rate> rates = new ArrayList<>();
    book.path("rates").forEach(rate -> rates.add(rate(rate)));
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("price book " + book.path("id") + " has no rates");
    }
    return new RateCard(book.path("id").asText(), book.path("version").asInt(), rates);
  }

  private static Rate rate(JsonNode rate) {
    String kind = rate.path("kind").asText();
    return new Rate(
        MessageKind.of(kind)
            .orElseThrow(() -> new IllegalArgumentException("unknown message kind " + kind)),
        destinations(rate.path("destination")),
        tenths(rate.path("perMessage")),
        tenths(rate.path("perSegment")),
        limit(rate));
  }

  private static Set<String> destinations(JsonNode destination) {
    Set<String> countries = new HashSet<>();
    if (destination.isArray()) {
      destination.forEach(country -> countries.add(country.asText()));
    } else {
      countries.add(destination.asText());
    }
    return countries;
  }

  /** MON-3: a price is exact to a tenth of a PU. */
  private static long tenths(JsonNode units) {
    return units.isMissingNode()
        ? 0
        : new BigDecimal(units.asText()).multiply(TENTHS).longValueExact();
  }

  private static Rate.Limit limit(JsonNode rate) {
    if (!rate.has("maxBytes")) {
      return new Rate.Limit.None();
    }
    if (!rate.path("charset").asText().equals("cp949")) {
      throw new IllegalArgumentException("maxBytes needs charset cp949");
    }
    return new Rate.Limit.Cp949Bytes(rate.path("maxBytes").asInt());
  }
}
