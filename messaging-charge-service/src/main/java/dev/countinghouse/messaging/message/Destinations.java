package dev.countinghouse.messaging.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** The country of a number. */
final class Destinations {

  private Destinations() {}

  /** ISO 3166-1 alpha-2 code of an E.164 number; empty when it is not a valid one. */
  static Optional<String> country(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = numbers.parse(number, null);
      boolean valid = number.startsWith("+") && numbers.isValidNumber(parsed);
      return valid ? Optional.ofNullable(numbers.getRegionCodeForNumber(parsed)) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
