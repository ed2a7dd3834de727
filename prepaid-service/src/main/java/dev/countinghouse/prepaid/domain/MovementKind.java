package dev.countinghouse.prepaid.domain;

/** What a movement is (PU-1). */
public enum MovementKind {
  PURCHASE,
  GRANT,
  HOLD,
  CAPTURE,
  RELEASE,
  EXPIRY,
  REFUND,
  ADJUSTMENT
}
