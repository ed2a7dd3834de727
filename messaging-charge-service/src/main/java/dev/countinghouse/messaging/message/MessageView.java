package dev.countinghouse.messaging.message;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as outsiders see it.
 *
 * @param status {@code sent}, {@code delivered}, {@code failed}, {@code excluded}, {@code refused},
 *     {@code pending}
 * @param kind what it is charged as
 * @param priceUnits PU, a decimal string
 */
public record MessageView(
    String id,
    String status,
    @Schema(examples = "sms") String kind,
    String country,
    String purpose,
    @Schema(examples = "10") String priceUnits,
    int segments,
    int bytes,
    Instant createdAt,
    @Nullable Instant settledAt) {}
