package dev.countinghouse.subscription.testclock;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code PUT /v1/channels/{c}/test-clock}.
 *
 * @param now where to set it
 */
public record TestClockRequest(@NotNull @Schema(examples = "2024-03-05T00:00:00Z") Instant now) {}
