package dev.countinghouse.http;

/**
 * Carries a {@link Problem} out of a resource. Never thrown by domain code: a refusal there is a
 * value.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
