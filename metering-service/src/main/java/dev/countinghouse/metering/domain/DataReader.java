package dev.countinghouse.metering.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an event's data. The first field that is not as expected is remembered in
 * {@link #complaint()}; reading goes on with a placeholder that the caller then throws away.
 */
final class DataReader {

  private final Map<String, String> data;
  private @Nullable Misfit complaint;

  DataReader(Map<String, String> data) {
    this.data = data;
  }

  @Nullable Misfit complaint() {
    return complaint;
  }

  String text(String field) {
    String value = data.get(field);
    return value != null && Names.isName(value) ? value : complain(field, Names.EXPECTED, "");
  }

  @Nullable String optionalText(String field) {
    return data.containsKey(field) ? text(field) : null;
  }

  <E extends Enum<E>> E oneOf(String field, Set<E> allowed) {
    String value = data.get(field);
    for (E constant : allowed) {
      if (Words.of(constant).equals(value)) {
        return constant;
      }
    }
    return complain(field, "one of " + names(allowed), allowed.iterator().next());
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    return oneOf(field, EnumSet.allOf(type));
  }

  /** The field's text, which must not be that of {@code other}. */
  String otherThan(String other, String field) {
    String value = text(field);
    return value.equals(data.get(other)) ? complain(field, "not the " + other, "") : value;
  }

  private static <E extends Enum<E>> String names(Set<E> allowed) {
    return allowed.stream().map(Words::of).collect(Collectors.joining(", "));
  }

  private <T> T complain(String field, String expected, T placeholder) {
    if (complaint == null) {
      complaint = new Misfit("data." + field, expected);
    }
    return placeholder;
  }

  /**
   * @param field path in the event
   * @param expected what would have been right
   */
  record Misfit(String field, String expected) {}
}
