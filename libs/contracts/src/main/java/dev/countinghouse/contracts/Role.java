package dev.countinghouse.contracts;

/** What a caller may be. The first four are held on a channel, the last two on the whole suite. */
public enum Role {
  OWNER,
  ADMIN,
  AGENT,
  PARTNER,
  OPERATOR,
  SERVICE
}
