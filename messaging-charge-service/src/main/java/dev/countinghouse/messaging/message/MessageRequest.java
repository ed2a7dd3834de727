package dev.countinghouse.messaging.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/channels/{c}/messages} and of a quote.
 *
 * @param kind {@code sms}, {@code lms} or {@code info-talk}; the length decides between the first
 *     two (MSG-1)
 * @param to the number, E.164
 * @param appendedUrl an address that is put behind the text; it counts (MSG-4)
 * @param fallback not offered yet: must be absent (MSG-7)
 * @param purpose why it is sent, kept in the log: {@code follow-up}, {@code marketing} …
 */
public record MessageRequest(
    @Schema(examples = "sms") @NotBlank @Pattern(regexp = "sms|lms|info-talk") String kind,
    @Schema(examples = "+821012345678") @NotBlank @Size(max = 20) String to,
    @Schema(examples = "Your order is on its way.") @NotNull String text,
    @Nullable @Size(max = 2000) String appendedUrl,
    @Nullable @Pattern(regexp = "sms|lms") String fallback,
    @Schema(examples = "follow-up") @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}") String purpose) {

  /** Everything that is sent. */
  String fullText() {
    return appendedUrl == null ? text : text + appendedUrl;
  }
}
