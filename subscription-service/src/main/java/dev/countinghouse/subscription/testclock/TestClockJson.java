package dev.countinghouse.subscription.testclock;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countinghouse.subscription.testclock.domain.ClockStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A test clock as outsiders see it.
 *
 * @param target where it is going; absent when it is ready
 * @param reason why it has failed; absent otherwise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestClockJson(
    Instant now,
    @Schema(enumeration = {"advancing", "ready", "failed"}) String status,
    @Nullable Instant target,
    @Nullable String reason) {

  static TestClockJson ready(Instant now) {
    return new TestClockJson(now, ClockStatus.READY.word(), null, null);
  }

  static TestClockJson advancing(Instant now, Instant target) {
    return new TestClockJson(now, ClockStatus.ADVANCING.word(), target, null);
  }

  /** What is stored, or a ready clock when it was never set. */
  static TestClockJson of(Instant now, @Nullable StoredClock stored) {
    return stored == null || stored.status() == ClockStatus.READY
        ? ready(now)
        : new TestClockJson(now, stored.status().word(), stored.target(), stored.reason());
  }
}
