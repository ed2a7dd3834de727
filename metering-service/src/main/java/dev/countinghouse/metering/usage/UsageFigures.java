package dev.countinghouse.metering.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a meter was used.
 *
 * @param from first local day
 * @param to last local day
 * @param groupBy {@code day} or {@code month}; absent when nothing was asked to be grouped
 * @param groups every day or month of the range, also those without usage; absent without {@code
 *     groupBy}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageFigures(
    String meter,
    LocalDate from,
    LocalDate to,
    long total,
    @Nullable String groupBy,
    @Nullable List<Group> groups) {

  /**
   * @param key {@code 2024-03-31}, or {@code 2024-03} of a month
   */
  @RegisterForReflection
  public record Group(String key, long quantity) {}
}
