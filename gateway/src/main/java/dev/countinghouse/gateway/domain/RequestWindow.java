package dev.countinghouse.gateway.domain;

import java.time.Duration;

/** A fixed window that counts requests. Times are of a monotonic clock, in milliseconds. */
public final class RequestWindow {

  private final long lengthMillis;
  private long startMillis;
  private long used;

  public RequestWindow(Duration length, long nowMillis) {
    this.lengthMillis = length.toMillis();
    this.startMillis = nowMillis;
  }

  /** Counts one request and says what is left. */
  public synchronized Quota count(long limit, long nowMillis) {
    if (nowMillis - startMillis >= lengthMillis) {
      startMillis = nowMillis;
      used = 0;
    }
    used++;
    return new Quota(limit, used, Duration.ofMillis(startMillis + lengthMillis - nowMillis));
  }
}
