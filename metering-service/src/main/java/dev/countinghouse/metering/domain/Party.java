package dev.countinghouse.metering.domain;

/** Who acted in a conversation or a room. */
public enum Party {
  USER,
  AGENT,
  BOT
}
