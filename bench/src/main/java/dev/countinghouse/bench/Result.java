package dev.countinghouse.bench;

import org.HdrHistogram.Histogram;

/**
 * What a round gave.
 *
 * @param count what was done
 * @param seconds how long the round took
 * @param nanos how long each took
 */
record Result(long count, double seconds, Histogram nanos) {

  double perSecond() {
    return count / seconds;
  }

  double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
