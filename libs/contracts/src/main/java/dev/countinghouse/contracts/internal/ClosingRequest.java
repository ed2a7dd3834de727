package dev.countinghouse.contracts.internal;

import java.time.Instant;
import java.util.List;

/**
 * {@code PUT /internal/channels/{c}/closings/{start}} of prepaid, where {@code start} is the first
 * instant of the period that is closed: draw the gauges once (PRE-6) and say what is postpaid
 * (PRE-9). Everything counted before {@code end} has reached prepaid before it is asked. Asked
 * again, the answer is the same.
 *
 * @param start first instant of the period
 * @param end first instant after it (TIME-2)
 * @param gauges readings at the period's last instant; an item's gauge without a reading draws
 *     nothing
 */
public record ClosingRequest(
    Instant start,
    Instant end,
    String plan,
    String priceBook,
    int priceBookVersion,
    List<GaugeReading> gauges) {

  public ClosingRequest {
    gauges = List.copyOf(gauges);
  }

  /**
   * A gauge's reading.
   *
   * @param meter as items of price books name it, {@code mau} …
   */
  public record GaugeReading(String meter, long value) {}
}
