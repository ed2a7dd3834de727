package dev.countinghouse.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Objects;

/**
 * What Jackson found wrong with a body, as a problem. Jackson's own words never leave the house.
 */
final class BodyProblems {

  /** Jackson has no type of its own for these; its messages start so. */
  private static final String MISSING = "Missing required creator property";

  private static final String NULL = "Cannot map `null` into type";

  private BodyProblems() {}

  static Problem of(JsonProcessingException mistake) {
    return switch (mistake) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case MismatchedInputException wrong ->
          isMissing(wrong) ? missingField(wrong) : wrongType(wrong);
      case JsonMappingException wrapped when isConstraint(wrapped) -> tooDeep();
      case JsonMappingException wrapped when wrapped.getCause() instanceof InputCoercionException ->
          Problem.of(400, "body.wrong-type", "A number is out of range.")
              .blaming(JsonPath.of(wrapped), "a number in range");
      case StreamConstraintsException limits -> tooDeep();
      case JsonMappingException wrapped
          when wrapped.getCause() instanceof JsonParseException broken ->
          malformed(broken);
      case JsonMappingException refused -> refusedByType(refused);
      default -> malformed(mistake);
    };
  }

  /** A text with half a surrogate pair. */
  static Problem malformedText() {
    return Problem.of(400, "body.malformed", "A text of the body is not Unicode.");
  }

  private static Problem unknownField(UnrecognizedPropertyException unknown) {
    List<String> known =
        Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.<Object>of()).stream()
            .map(Object::toString)
            .sorted()
            .toList();
    return Problem.of(
            400, "body.unknown-field", "The body has a field that this call does not know.")
        .blaming(JsonPath.of(unknown), "one of " + String.join(", ", known));
  }

  private static Problem missingField(MismatchedInputException missing) {
    return Problem.of(400, "body.missing-field", "The body lacks a field that this call needs.")
        .blaming(JsonPath.of(missing), "a value");
  }

  private static Problem wrongType(MismatchedInputException wrong) {
    if (JsonPath.of(wrong).isEmpty() && messageOf(wrong).startsWith("Trailing token")) {
      return malformed(wrong);
    }
    return Problem.of(400, "body.wrong-type", "A field of the body has a value of a wrong type.")
        .blaming(JsonPath.of(wrong), ExpectedType.of(wrong));
  }

  /** A record's constructor said no. */
  private static Problem refusedByType(JsonMappingException invalid) {
    return Problem.of(400, "body.invalid", "The body breaks a rule of this call.")
        .blaming(JsonPath.of(invalid), "a valid value");
  }

  private static Problem tooDeep() {
    return Problem.of(
        400, "body.too-complex", "The body is nested too deep or a value is too long.");
  }

  private static Problem malformed(JsonProcessingException broken) {
    JsonLocation at = broken.getLocation();
    Problem problem = Problem.of(400, "body.malformed", "The body is not JSON.");
    return at == null || at.getLineNr() < 1
        ? problem
        : problem.with("line", at.getLineNr()).with("column", at.getColumnNr());
  }

  private static boolean isMissing(MismatchedInputException wrong) {
    String message = messageOf(wrong);
    return message.startsWith(MISSING) || message.startsWith(NULL);
  }

  private static boolean isConstraint(JsonMappingException wrapped) {
    return wrapped.getCause() instanceof StreamConstraintsException;
  }

  private static String messageOf(JsonProcessingException mistake) {
    return Objects.toString(mistake.getOriginalMessage(), "");
  }
}
