package dev.countinghouse.subscription.trial;

import dev.countinghouse.subscription.domain.Selection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/trial}.
 *
 * @param plan id of a plan of the channel's price book that costs something
 * @param addOns ids of add-ons; none when absent
 */
public record TrialRequest(
    @NotBlank @Schema(examples = "paid") String plan,
    @Nullable @Size(max = 50) @Schema(examples = "[\"operation\"]") List<@NotBlank String> addOns) {

  Selection selection() {
    return new Selection(plan, addOns == null ? List.of() : addOns);
  }
}
