package dev.countinghouse.localstack;

/**
 * The stack cannot start or stay up; the message is one sentence for the person at the terminal.
 */
public class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
