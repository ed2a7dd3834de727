package dev.countinghouse.subscription.testclock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pod's run of a clock towards its target: counters that bound it. They begin anew when another
 * pod takes over; nothing that must survive is here.
 */
final class Drive {

  final String channel;
  private volatile boolean ended;
  private int steps;
  private int runsHere;
  private int failedRuns;
  private int troubles;
  private @Nullable Instant troubleSince;
  private @Nullable Instant unsettledSince;
  private String unsettled = "";

  Drive(String channel) {
    this.channel = channel;
  }

  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }

  /** A turn went through. */
  void answered() {
    troubles = 0;
    troubleSince = null;
  }

  /** The channel is at rest. */
  void settled() {
    unsettledSince = null;
    unsettled = "";
  }

  /** The clocks were set. */
  void moved() {
    steps++;
    runsHere = 0;
  }

  /** A service did what was due. */
  void ran() {
    steps++;
    runsHere++;
    failedRuns = 0;
  }

  int steps() {
    return steps;
  }

  /** How often services were let work since the clocks were set. */
  int runsHere() {
    return runsHere;
  }

  /** Counts a run that failed. */
  int failedRun() {
    return ++failedRuns;
  }

  /** Counts a service's trouble. */
  int trouble() {
    return ++troubles;
  }

  /** How long services have been in trouble without a break. */
  Duration troubleFor(Instant now) {
    troubleSince = troubleSince == null ? now : troubleSince;
    return Duration.between(troubleSince, now);
  }

  /** How long just this has been what is under way. */
  Duration unsettledFor(String what, Instant now) {
    boolean isSame = unsettledSince != null && unsettled.equals(what);
    Instant since = isSame && unsettledSince != null ? unsettledSince : now;
    unsettledSince = since;
    unsettled = what;
    return Duration.between(since, now);
  }
}
