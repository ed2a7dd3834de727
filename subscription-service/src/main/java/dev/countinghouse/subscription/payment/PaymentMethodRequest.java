package dev.countinghouse.subscription.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST …/payment-methods}.
 *
 * @param token what the provider gave the browser for the card; the sandbox provider's are {@code
 *     pm_card_ok}, {@code pm_card_declined}, {@code pm_card_declined_after_1}, {@code
 *     pm_card_timeout}
 */
public record PaymentMethodRequest(
    @NotBlank @Size(max = 255) @Schema(examples = "pm_card_ok") String token) {}
