package dev.countinghouse.clock;

/** There is no such channel; services answer 404 {@code channel.not-found}. */
public final class UnknownChannel extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownChannel(String channel) {
    super("no channel " + channel, null, false, false);
  }
}
