package dev.countinghouse.prepaid;

/**
 * Priorities of the handlers of one event: the higher goes first. They lock rows in one transaction
 * and go in the order of locks that everybody keeps (ADR 0010); else an event and a purchase of its
 * channel could wait for each other.
 */
public final class InboxOrder {

  /** Locks what the channel is on. */
  public static final int PLAN = 40;

  /** Locks its usage, and lots. */
  public static final int USAGE = 30;

  /** Places orders of reservations, which stand behind the plan. */
  public static final int ORDERS = 20;

  /** Locks its points. */
  public static final int POINTS = 10;

  private InboxOrder() {}
}
