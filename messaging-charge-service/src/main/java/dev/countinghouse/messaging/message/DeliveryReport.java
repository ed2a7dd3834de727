package dev.countinghouse.messaging.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says of a message.
 *
 * @param message {@code msg_…}
 * @param status {@code delivered}, {@code failed} or {@code excluded}
 * @param part which part of a message with a fallback; kept for MSG-7, without effect until it is
 *     offered
 */
public record DeliveryReport(
    @Schema(examples = "msg_0190a0b1c2d37e4f8a9b0c1d2e3f4a5b") @NotBlank @Size(max = 64)
        String message,
    @Schema(examples = "delivered") @NotBlank @Pattern(regexp = "delivered|failed|excluded")
        String status,
    @Nullable @Size(max = 20) String part) {}
