package dev.countinghouse.outbox;

/** Why an event could not be applied, as text of a bounded length. */
final class FailureReason {

  private FailureReason() {}

  static String of(Throwable failure, int maxCharacters) {
    String message = failure.getMessage();
    String reason = message == null ? failure.getClass().getSimpleName() : message;
    return reason.length() > maxCharacters ? reason.substring(0, maxCharacters) : reason;
  }
}
