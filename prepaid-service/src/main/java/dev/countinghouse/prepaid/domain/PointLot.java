package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * Points that came together and expire together (PU-2).
 *
 * @param grantedTenths what it began with
 * @param availableTenths free to spend; 0 or more
 * @param heldTenths reserved by open holds; 0 or more. They stay capturable after {@code expiresAt}
 * @param expiresAt first instant at which what is available is gone
 */
public record PointLot(
    String id,
    Kind kind,
    long grantedTenths,
    long availableTenths,
    long heldTenths,
    Instant expiresAt) {

  /** PU-2: promotional first, then the earliest-expiring; the id settles the rest. */
  public static final Comparator<PointLot> DRAW_ORDER =
      Comparator.comparing(PointLot::kind)
          .thenComparing(PointLot::expiresAt)
          .thenComparing(PointLot::id);

  public PointLot {
    if (availableTenths < 0 || heldTenths < 0) {
      throw new IllegalArgumentException("lot " + id + " would be below zero");
    }
  }

  /** How the points came; in the order in which they are spent. */
  public enum Kind {
    PROMOTIONAL,
    PURCHASED
  }

  /** Whether all of it is free to spend. */
  boolean isWhole() {
    return availableTenths == grantedTenths;
  }

  boolean isEmpty() {
    return availableTenths == 0 && heldTenths == 0;
  }

  boolean hasExpired(Instant at) {
    return !at.isBefore(expiresAt);
  }

  PointLot hold(long tenths) {
    return with(availableTenths - tenths, heldTenths + tenths);
  }

  PointLot release(long tenths) {
    return with(availableTenths + tenths, heldTenths - tenths);
  }

  PointLot capture(long tenths) {
    return with(availableTenths, heldTenths - tenths);
  }

  PointLot expire() {
    return with(0, heldTenths);
  }

  PointLot refund() {
    return with(0, 0);
  }

  PointLot restore() {
    return with(grantedTenths, 0);
  }

  PointLot endingAt(Instant at) {
    Instant end = at.isBefore(expiresAt) ? at : expiresAt;
    return new PointLot(id, kind, grantedTenths, availableTenths, heldTenths, end);
  }

  private PointLot with(long available, long held) {
    return new PointLot(id, kind, grantedTenths, available, held, expiresAt);
  }
}
