package dev.countinghouse.metering.domain;

/** Why an e-mail was sent (INT-1). */
public enum EmailPurpose {
  OFFLINE_REPLY,
  TRANSCRIPT,
  WORKFLOW,
  ONE_SHOT,
  NPS
}
