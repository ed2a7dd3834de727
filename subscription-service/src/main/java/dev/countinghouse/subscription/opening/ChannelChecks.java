package dev.countinghouse.subscription.opening;

import dev.countinghouse.http.Problem;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a new channel's place and money exist. */
final class ChannelChecks {

  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private ChannelChecks() {}

  /** What is wrong with the request, every field at once; empty when nothing is. */
  static Optional<Problem> problem(ChannelRequest request) {
    Problem problem = Problem.of(422, "channel.invalid", "A channel cannot be made of this.");
    // Region ids only: an offset such as +09:00 has no rules for its days.
    if (!ZoneId.getAvailableZoneIds().contains(request.timeZone())) {
      problem = problem.blaming("timeZone", "an IANA time zone id, as in Asia/Seoul");
    }
    if (!isCurrency(request.currency())) {
      problem = problem.blaming("currency", "an ISO 4217 code of a currency, as in USD");
    }
    if (!COUNTRIES.contains(request.country())) {
      problem = problem.blaming("country", "an ISO 3166-1 alpha-2 code, as in KR");
    }
    if (request.now() != null && !request.isSandbox()) {
      problem = problem.blaming("now", "nothing, unless sandbox is true");
    }
    return problem.errors().isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  /** The codes without fraction digits of their own (XAU, XXX) are not money one is billed in. */
  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
