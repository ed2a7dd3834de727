package dev.countinghouse.gateway.upstream;

/** A service did not answer a request. */
public final class UpstreamFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** No connection, or the connection broke before the head of an answer. */
    UNAVAILABLE(true),
    /** No answer in time. */
    TIMEOUT(true),
    /** The gateway's own connections to it are all in use. */
    OVERLOADED(false),
    /** The breaker is open; nothing was sent. */
    OPEN(false),
    /** The client did not send its body in time. */
    BODY_TIMEOUT(false),
    /** The client went away. */
    CLIENT_GONE(false);

    private final boolean counts;

    Kind(boolean counts) {
      this.counts = counts;
    }
  }

  private final Kind kind;

  public UpstreamFailure(Kind kind, Throwable cause) {
    super(kind + ": " + cause.getMessage(), cause, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it is the service's fault, and counts for its breaker. */
  public boolean counts() {
    return kind.counts;
  }
}
