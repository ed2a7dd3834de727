package dev.countinghouse.subscription.content;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundRequest;
import java.util.List;

/**
 * Requests as a repeat is compared with them (PU-4): without their descriptions. Those are words
 * for people; a caller that was deployed anew with other words still asks for the same thing.
 */
public final class Unworded {

  private Unworded() {}

  public static ChargeRequest of(ChargeRequest request) {
    return new ChargeRequest(
        request.kind(), request.at(), request.currency(), unworded(request.lines()));
  }

  public static RefundRequest of(RefundRequest request) {
    return new RefundRequest(
        request.charge(), request.at(), request.currency(), unworded(request.lines()));
  }

  private static List<ChargeLine> unworded(List<ChargeLine> lines) {
    return lines.stream()
        .map(line -> new ChargeLine("", line.item(), line.quantity(), line.amountMinor()))
        .toList();
  }
}
