package dev.countinghouse.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What Hibernate Validator found, as a problem. */
final class ViolationProblems {

  private ViolationProblems() {}

  /** Empty when it is not the caller's fault: our own answer broke a constraint. */
  static Optional<Problem> of(ConstraintViolationException invalid) {
    List<Place> places = invalid.getConstraintViolations().stream().map(Place::of).toList();
    if (places.stream().anyMatch(Place::isOfAnswer)) {
      return Optional.empty();
    }
    boolean body = places.stream().anyMatch(Place::isInBody);
    Problem problem =
        body
            ? Problem.of(400, "body.invalid", "The body breaks a rule of this call.")
            : Problem.of(400, "parameter.invalid", "A parameter breaks a rule of this call.");
    List<Place> inOrder = places.stream().sorted(Comparator.comparing(Place::field)).toList();
    for (Place place : inOrder) {
      problem = problem.blaming(place.field(), place.expected());
    }
    return Optional.of(problem);
  }

  private record Place(String field, String expected, boolean isInBody, boolean isOfAnswer) {

    static Place of(ConstraintViolation<?> violation) {
      List<String> properties = new ArrayList<>();
      String parameter = "";
      boolean answer = false;
      for (Path.Node node : violation.getPropertyPath()) {
        answer |= node.getKind() == ElementKind.RETURN_VALUE;
        if (node.getKind() == ElementKind.PARAMETER) {
          parameter = node.getName();
        } else if (node.getKind() == ElementKind.PROPERTY
            || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
          properties.add(node.toString());
        }
      }
      boolean inBody = !properties.isEmpty();
      String field = inBody ? String.join(".", properties) : parameter;
      return new Place(field, violation.getMessage(), inBody, answer);
    }
  }
}
