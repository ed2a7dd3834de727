package dev.countinghouse.subscription.testclock;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.subscription.testclock.domain.Advance;
import dev.countinghouse.subscription.testclock.domain.AdvanceStep;
import dev.countinghouse.subscription.testclock.domain.Settlement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drives a test clock to its target (TIME-3), turn by turn. A turn begins with what is stored and
 * what the services say, so it does not matter which pod made the turn before, or where it died.
 */
@ApplicationScoped
class ClockDriver {

  private static final int MOST_DOUBLINGS = 10;

  private final AdvanceRows rows;
  private final AllServices services;
  private final ChannelClock clock;
  private final TestClockSettings settings;
  private final String pod = UUID.randomUUID().toString();

  ClockDriver(
      AdvanceRows rows, AllServices services, ChannelClock clock, TestClockSettings settings) {
    this.rows = rows;
    this.services = services;
    this.clock = clock;
    this.settings = settings;
  }

  /** The name under which this pod takes clocks. */
  String pod() {
    return pod;
  }

  /** Completes when the clock has arrived or failed, or {@code drive} was ended from outside. */
  Uni<Void> drive(Drive drive) {
    return Multi.createBy()
        .repeating()
        .uni(() -> drive, this::turn)
        .whilst(driven -> !driven.hasEnded())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Drive> turn(Drive drive) {
    return rows.read(pod, drive.channel)
        .chain(advance -> advance == null ? lost(drive) : go(drive, advance))
        .invoke(drive::answered)
        .onFailure()
        .recoverWithUni(failure -> trouble(drive, failure))
        .replaceWith(drive);
  }

  private Uni<Void> go(Drive drive, Advance advance) {
    Optional<AdvanceStep.MoveClocks> interrupted = AdvanceStep.interrupted(advance);
    return interrupted.isPresent() ? move(drive, interrupted.get()) : settle(drive, advance);
  }

  private Uni<Void> settle(Drive drive, Advance advance) {
    return services.progress(drive.channel).chain(progress -> look(drive, advance, progress));
  }

  private Uni<Void> look(Drive drive, Advance advance, Map<ServiceName, Progress> progress) {
    Optional<String> unsettled = Settlement.unsettled(progress);
    return unsettled.isPresent() ? await(drive, unsettled.get()) : decide(drive, advance, progress);
  }

  /**
   * Asks what is due, then looks once more: when nothing has moved between the two looks, the
   * answers were given at rest.
   */
  private Uni<Void> decide(Drive drive, Advance advance, Map<ServiceName, Progress> before) {
    drive.settled();
    return services
        .due(drive.channel)
        .chain(due -> ifStillAtRest(drive, before, AdvanceStep.next(advance, due)));
  }

  private Uni<Void> ifStillAtRest(
      Drive drive, Map<ServiceName, Progress> before, AdvanceStep step) {
    return services
        .progress(drive.channel)
        .chain(after -> after.equals(before) ? step(drive, step) : again());
  }

  private Uni<Void> step(Drive drive, AdvanceStep step) {
    if (drive.steps() >= settings.steps()) {
      return fail(drive, "more than " + settings.steps() + " steps");
    }
    return switch (step) {
      case AdvanceStep.MoveClocks move -> move(drive, move);
      case AdvanceStep.RunDueWork(ServiceName service, Instant now) -> run(drive, service, now);
      case AdvanceStep.Finish() ->
          rows.arrive(pod, drive.channel).invoke(drive::end).replaceWithVoid();
    };
  }

  private Uni<Void> move(Drive drive, AdvanceStep.MoveClocks move) {
    return rows.move(pod, drive.channel, move.to())
        .chain(mine -> mine ? moveAll(drive, move) : lost(drive));
  }

  private Uni<Void> moveAll(Drive drive, AdvanceStep.MoveClocks move) {
    return services.move(drive.channel, move.to(), move.isRewind()).invoke(drive::moved);
  }

  private Uni<Void> run(Drive drive, ServiceName service, Instant now) {
    if (drive.runsHere() >= settings.runsAtOneInstant()) {
      return fail(drive, "work of " + service.id() + " makes work without end at " + now);
    }
    return services.run(service, drive.channel, now).chain(answer -> ran(drive, service, answer));
  }

  private Uni<Void> ran(Drive drive, ServiceName service, DueWorkAnswer answer) {
    String failure = answer.failure();
    if (failure == null) {
      drive.ran();
      return again();
    }
    int tries = answer.ran() > 0 ? 1 : drive.failedRun();
    return tries < settings.tries()
        ? pause(backoff(tries))
        : fail(drive, service.id() + ": " + failure);
  }

  private Uni<Void> await(Drive drive, String what) {
    Duration waited = drive.unsettledFor(what, clock.systemNow());
    return waited.compareTo(settings.patience()) > 0 ? fail(drive, what) : pause(settings.look());
  }

  private Uni<Void> trouble(Drive drive, Throwable failure) {
    String reason = reason(failure);
    if (failure instanceof ServiceTrouble trouble && !trouble.isPassing()) {
      return fail(drive, reason);
    }
    boolean isTooLong = drive.troubleFor(clock.systemNow()).compareTo(settings.patience()) > 0;
    return isTooLong ? fail(drive, reason) : pause(backoff(drive.trouble()));
  }

  private static String reason(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return failure instanceof ServiceTrouble && message != null ? message : failure.toString();
  }

  private Uni<Void> fail(Drive drive, String reason) {
    return rows.fail(pod, drive.channel, reason).invoke(drive::end).replaceWithVoid();
  }

  private static Uni<Void> lost(Drive drive) {
    drive.end();
    return again();
  }

  private Duration backoff(int times) {
    int doublings = Math.min(times - 1, MOST_DOUBLINGS);
    Duration wait = settings.backoff().multipliedBy(1L << doublings);
    return wait.compareTo(settings.maxBackoff()) > 0 ? settings.maxBackoff() : wait;
  }

  private static Uni<Void> pause(Duration wait) {
    return Uni.createFrom().voidItem().onItem().delayIt().by(wait);
  }

  private static Uni<Void> again() {
    return Uni.createFrom().voidItem();
  }
}
