package dev.countinghouse.subscription.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST …/members}.
 *
 * @param subject the person's or program's id at its issuer
 * @param role {@code owner}, {@code admin}, {@code agent} or {@code partner}
 */
public record MemberRequest(
    @NotBlank @Size(max = 255) @Schema(examples = "user-17") String subject,
    @NotNull
        @Pattern(regexp = "owner|admin|agent|partner", message = "owner, admin, agent or partner")
        @Schema(examples = "admin")
        String role) {}
