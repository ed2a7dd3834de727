package dev.countinghouse.prepaid.statement;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Query parameters of this package. */
final class DayParameter {

  private DayParameter() {}

  /**
   * A local day.
   *
   * @param value a date, or null for {@code otherwise}; anything else is a problem {@code
   *     parameter.invalid}
   */
  static LocalDate read(String name, @Nullable String value, LocalDate otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a year that no calendar here has.
    }
    throw invalid(name, "a date, as 2024-03-31");
  }

  /** The id of an item; a missing one is a problem {@code parameter.invalid}. */
  static String item(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw invalid("item", "the id of an item of the price book");
    }
    return value;
  }

  static ProblemException invalid(String name, String expected) {
    return new ProblemException(
        Problem.of(400, "parameter.invalid", "A parameter is not what it should be.")
            .blaming(name, expected));
  }
}
