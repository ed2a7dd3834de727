package dev.countinghouse.http;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers: a status, perhaps a {@code Location}, perhaps a body; or a problem. A
 * problem here is a refusal by the rules: it is stored under the idempotency key like any other
 * answer.
 */
public record Answer(int status, @Nullable String location, @Nullable Object body) {

  public static Answer created(String location, Object body) {
    return new Answer(201, location, body);
  }

  public static Answer ok(Object body) {
    return new Answer(200, null, body);
  }

  public static Answer accepted(Object body) {
    return new Answer(202, null, body);
  }

  public static Answer noContent() {
    return new Answer(204, null, null);
  }

  public static Answer refused(Problem problem) {
    return new Answer(problem.status(), null, problem);
  }
}
