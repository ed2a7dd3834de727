package dev.countinghouse.http;

import java.util.List;
import java.util.Map;

/**
 * A refusal as outsiders see it: {@code application/problem+json} (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable, dotted, lower-case: {@code trial.already-used}; {@code docs/problems.md}
 *     lists every one
 * @param detail one sentence for the person who reads it
 * @param errors the fields that are wrong and what was expected; empty when no field is to blame
 * @param facts further members of the document: {@code needed}, {@code available} …
 */
public record Problem(
    int status, String code, String detail, List<FieldError> errors, Map<String, Object> facts) {

  public Problem {
    errors = List.copyOf(errors);
    facts = Map.copyOf(facts);
  }

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  /** The same problem that also says {@code name: value}. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new java.util.TreeMap<>(facts);
    more.put(name, value);
    return new Problem(status, code, detail, errors, more);
  }

  /** The same problem that also blames {@code field}. */
  public Problem blaming(String field, String expected) {
    List<FieldError> more = new java.util.ArrayList<>(errors);
    more.add(new FieldError(field, expected));
    return new Problem(status, code, detail, more, facts);
  }

  /**
   * @param field path of the field in the body, or the name of the parameter
   * @param expected what would have been right
   */
  public record FieldError(String field, String expected) {}
}
