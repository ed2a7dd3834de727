package dev.countinghouse.acceptance;

/** A step of the story did not hold. */
public final class StepFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StepFailed(String message) {
    super(message);
  }
}
