package dev.countinghouse.messaging.message;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.messaging.domain.Pricing;

/** Refusals of this feature as problem documents; {@code docs/problems.md} lists them. */
final class MessageProblems {

  private MessageProblems() {}

  static Problem of(Quote quote) {
    return switch (quote) {
      case Quote.OfRates(Pricing pricing) -> of(pricing);
      case Quote.InvalidNumber() ->
          Problem.of(422, "message.number-invalid", "The number is not a valid phone number.")
              .blaming("to", "a number in E.164 form, +821012345678");
      case Quote.TextTooLong(int max) ->
          Problem.of(422, "message.too-long", "The text is too long to be sent at all.")
              .blaming("text", "at most " + max + " characters");
      case Quote.FallbackNotOffered() ->
          Problem.of(422, "message.fallback-not-offered", "A fallback is not offered yet.")
              .blaming("fallback", "to be absent");
    };
  }

  private static Problem of(Pricing pricing) {
    return switch (pricing) {
      case Pricing.Priced priced -> throw new IllegalArgumentException("not a refusal: " + priced);
      case Pricing.TooLong(int bytes, int max) ->
          Problem.of(422, "message.too-long", "The text is too long for any kind of message.")
              .blaming("text", "at most " + max + " bytes in code page 949")
              .with("bytes", bytes)
              .with("maxBytes", max);
      case Pricing.UnsupportedCharacter(String character, int position) ->
          Problem.of(
                  422,
                  "message.unsupported-character",
                  "Korean carriers cannot send the character " + character + ".")
              .blaming("text", "characters of code page 949")
              .with("character", character)
              .with("position", position);
      case Pricing.NoRate(String country) ->
          Problem.of(
                  422, "message.no-rate", "Messages of this kind to " + country + " have no price.")
              .with("country", country);
    };
  }

  static Problem of(HoldAnswer refused) {
    if ("pu.insufficient".equals(refused.code())) {
      return Problem.of(409, "pu.insufficient", "There are not enough points for this message.")
          .with("needed", Units.text(refused.neededTenths()))
          .with("available", Units.text(refused.availableTenths()));
    }
    return Problem.of(
        409, String.valueOf(refused.code()), "The points for this message cannot be held.");
  }

  static Problem notFound() {
    return Problem.of(404, "message.not-found", "There is no such message.");
  }
}
