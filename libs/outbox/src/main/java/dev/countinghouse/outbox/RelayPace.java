package dev.countinghouse.outbox;

import dev.countinghouse.outbox.OutboxTable.Claim;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * When a relay does its next round, and where. Rounds make passes over the keys; a pass ends behind
 * the last key. After the last row has moved the relay lingers for a while and looks often, then
 * rests until it is woken.
 */
final class RelayPace {

  private enum State {
    IDLE,
    RUNNING,
    /** Woken while running: rows may have come behind the place where it reads. */
    WOKEN,
    STOPPED
  }

  private final Backoff backoff;
  private final long lingerMillis;
  private final int lingerPasses;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private State state = State.IDLE;
  private boolean isRoundUnderWay;
  private String position = "";
  private int failures;

  /** Passes in a row that moved nothing. */
  private int quietPasses;

  /**
   * @param linger how long it looks on after the last row
   * @param lingerInterval how often it looks then
   */
  RelayPace(Backoff backoff, Duration linger, Duration lingerInterval) {
    this.backoff = backoff;
    this.lingerMillis = Math.max(1, lingerInterval.toMillis());
    this.lingerPasses = Math.toIntExact(linger.toMillis() / lingerMillis);
  }

  /** Whether being woken starts a first round. */
  synchronized boolean startsOnWake() {
    if (state == State.RUNNING) {
      state = State.WOKEN;
    }
    if (state != State.IDLE) {
      return false;
    }
    state = State.RUNNING;
    position = "";
    quietPasses = lingerPasses;
    return true;
  }

  /** Whether a round may begin; each that does ends by {@link #succeeded} or {@link #failed}. */
  synchronized boolean beginRound() {
    isRoundUnderWay = state != State.STOPPED;
    return isRoundUnderWay;
  }

  /** The key behind which the round looks. */
  synchronized String position() {
    return position;
  }

  /** See {@link Relay#isLooking()}: true while at least half the lingering is still to come. */
  synchronized boolean isLooking() {
    boolean isOn = state == State.RUNNING || state == State.WOKEN;
    return isOn && failures == 0 && quietPasses <= lingerPasses / 2;
  }

  /** Kafka took everything that was published in the round. */
  synchronized void published() {
    failures = 0;
  }

  /** Kafka did not take everything; what it took is relayed all the same. */
  synchronized void notPublished() {
    failures++;
  }

  /**
   * @return in how many milliseconds the next round begins; empty to rest
   */
  synchronized OptionalLong succeeded(Claim claim, int relayed) {
    boolean isWholePass = claim.isEnd() && position.isEmpty();
    boolean isQuiet = relayed == 0 && (failures == 0 || claim.mine().isEmpty());
    position = claim.isEnd() ? "" : claim.last();
    quietPasses = relayed > 0 ? 0 : quietPasses;
    if (isWholePass && isQuiet) {
      failures = 0;
      quietPasses++;
      boolean rests = state == State.RUNNING && quietPasses > lingerPasses;
      state = state == State.STOPPED ? state : rests ? State.IDLE : State.RUNNING;
    }
    return endRound();
  }

  /**
   * @return in how many milliseconds the next round begins; empty to rest
   */
  synchronized OptionalLong failed() {
    failures++;
    position = "";
    return endRound();
  }

  /** Starts no further round. Completes when the one under way is over. */
  synchronized Uni<Void> stop() {
    state = State.STOPPED;
    if (!isRoundUnderWay) {
      stopped.complete(null);
    }
    return Uni.createFrom().completionStage(stopped);
  }

  private OptionalLong endRound() {
    isRoundUnderWay = false;
    return switch (state) {
      case IDLE -> OptionalLong.empty();
      case RUNNING, WOKEN -> OptionalLong.of(millisToNextRound());
      case STOPPED -> {
        stopped.complete(null);
        yield OptionalLong.empty();
      }
    };
  }

  private long millisToNextRound() {
    if (failures > 0) {
      return backoff.after(failures).toMillis();
    }
    return quietPasses == 0 ? 0 : lingerMillis;
  }
}
