package dev.countinghouse.caller;

/** A token that is not ours, not whole or not valid any more. The message never quotes it. */
public final class InvalidToken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidToken(String message) {
    super(message, null, false, false);
  }
}
