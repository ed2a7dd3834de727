package dev.countinghouse.outbox;

/** An event that no retry can apply; it goes to the dead-letter topic with this message. */
public final class PermanentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PermanentFailure(String message, Throwable cause) {
    super(message, cause);
  }

  public PermanentFailure(String message) {
    super(message);
  }
}
