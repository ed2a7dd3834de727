package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * The fate of a message is known (MSG-6); prepaid captures that much of the hold and releases the
 * rest (PU-3). Source: messaging.
 *
 * @param hold id of the hold, which is the message's id
 * @param captureTenths what was delivered, in tenths of a PU; 0 releases all
 * @param outcome {@code delivered}, {@code failed} or {@code excluded}
 */
public record MessageSettled(
    String channel, String message, String hold, long captureTenths, String outcome, Instant at) {
  public static final String TYPE = "message.settled";
}
