package dev.countinghouse.gateway.domain;

import dev.countinghouse.caller.Caller;

/** Whether a call may go on. */
public sealed interface AccessDecision {

  /**
   * Yes.
   *
   * @param caller as the service shall see it: no more channels and roles than this call needs
   */
  record Admitted(Caller caller) implements AccessDecision {}

  /** The channel is none of the caller's, whether it exists or not. */
  record ChannelHidden() implements AccessDecision {}

  /** The caller's role does not allow the call. */
  record RoleForbids() implements AccessDecision {}
}
