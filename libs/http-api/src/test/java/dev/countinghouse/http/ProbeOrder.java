package dev.countinghouse.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with something of every kind. */
public record ProbeOrder(
    @JsonProperty(required = true) String item,
    @Positive int quantity,
    @NotNull(message = "a kind") @Nullable Kind kind,
    @Nullable Instant at,
    @Valid @Nullable List<Line> lines) {

  public enum Kind {
    SMALL,
    LARGE
  }

  public record Line(@NotNull(message = "a name") @Nullable String name, int count) {}
}
