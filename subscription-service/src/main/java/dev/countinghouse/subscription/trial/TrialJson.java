package dev.countinghouse.subscription.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countinghouse.http.Quantities;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial as outsiders see it.
 *
 * @param endedAt present once it has ended
 * @param converted whether a paid period followed; present once it has ended
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialJson(
    String plan,
    List<String> addOns,
    Instant startedAt,
    Instant endsAt,
    Grant grant,
    @Nullable Instant endedAt,
    @Nullable Boolean converted) {

  /** The trial as outsiders see it. */
  public static TrialJson of(Trial trial) {
    return new TrialJson(
        trial.plan,
        List.of(trial.addOns),
        trial.startedAt,
        trial.endsAt,
        new Grant(Quantities.ofTenths(trial.grantTenths)),
        trial.endedAt,
        trial.converted);
  }

  /**
   * @param puUnits promotional PU that the start gave (TRI-4)
   */
  @RegisterForReflection
  public record Grant(String puUnits) {}
}
