package dev.countinghouse.subscription.opening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/channels}.
 *
 * @param timeZone IANA id
 * @param currency ISO 4217; that of the price book
 * @param country ISO 3166-1 alpha-2
 * @param priceBook id of a book; the configured default when absent
 * @param sandbox whether the channel owns a test clock (TIME-3)
 * @param now of a sandbox: what its test clock shows first; the system's now when absent
 */
public record ChannelRequest(
    @NotBlank @Size(max = 200) @Schema(examples = "Corner shop") String name,
    @NotNull @Schema(examples = "Asia/Seoul") String timeZone,
    @NotNull @Schema(examples = "USD") String currency,
    @NotNull @Schema(examples = "KR") String country,
    @Nullable @Schema(examples = "mau-2023") String priceBook,
    @Nullable Boolean sandbox,
    @Nullable Instant now) {

  /** As precise as it can be stored. */
  Optional<Instant> firstInstant() {
    return Optional.ofNullable(now).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
  }

  boolean isSandbox() {
    return Boolean.TRUE.equals(sandbox);
  }
}
