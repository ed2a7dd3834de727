package dev.countinghouse.subscription.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST …/api-keys}.
 *
 * @param role {@code owner}, {@code admin} or {@code agent}
 */
public record ApiKeyRequest(
    @NotBlank @Size(max = 200) @Schema(examples = "nightly import") String name,
    @NotNull
        @Pattern(regexp = "owner|admin|agent", message = "owner, admin or agent")
        @Schema(examples = "admin")
        String role) {}
