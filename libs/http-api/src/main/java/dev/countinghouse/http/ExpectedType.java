package dev.countinghouse.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would have been right, in the caller's words instead of Java's. */
final class ExpectedType {

  private static final Set<Class<?>> INTEGERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          BigInteger.class);
  private static final Map<Class<?>, String> NAMED =
      Map.of(
          String.class, "a string",
          boolean.class, "true or false",
          Boolean.class, "true or false",
          BigDecimal.class, "a decimal number",
          Instant.class, "an instant as in 2024-03-01T09:00:00Z",
          LocalDate.class, "a date as in 2024-03-01");

  private ExpectedType() {}

  static String of(MismatchedInputException wrong) {
    return describe(wrong.getTargetType());
  }

  private static String describe(@Nullable Class<?> type) {
    if (type == null) {
      return "another type";
    }
    if (INTEGERS.contains(type)) {
      return "an integer";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    boolean list = type.isArray() || Collection.class.isAssignableFrom(type);
    return NAMED.getOrDefault(type, list ? "an array" : "an object");
  }
}
