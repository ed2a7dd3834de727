package dev.countinghouse.subscription.entitlement;

import dev.countinghouse.subscription.domain.Entitlement;
import dev.countinghouse.subscription.domain.Entitlements;
import dev.countinghouse.subscription.domain.Grants.History;
import dev.countinghouse.subscription.subscription.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything a channel may do now.
 *
 * @param chatHistoryDays a number, or {@code "unlimited"} as the price books write it
 * @param eventHistoryDays a number, or {@code "unlimited"}
 * @param limits how many of something; a name that is absent has no limit
 */
@RegisterForReflection
public record EntitlementsJson(
    String status,
    String plan,
    List<String> addOns,
    @Schema(examples = "unlimited") Object chatHistoryDays,
    @Schema(examples = "90") Object eventHistoryDays,
    Map<String, Long> limits,
    List<Feature> features) {

  static EntitlementsJson of(Standing standing, Entitlements entitlements) {
    return new EntitlementsJson(
        standing.status().id(),
        standing.selection().plan(),
        standing.selection().addOns(),
        days(entitlements.chatHistory()),
        days(entitlements.eventHistory()),
        entitlements.limits(),
        entitlements.features().stream().map(Feature::of).toList());
  }

  private static Object days(History history) {
    return history.days().isPresent() ? (Object) history.days().getAsInt() : "unlimited";
  }

  /**
   * Whether one feature is allowed.
   *
   * @param reason {@code plan}, {@code add-on}, {@code not-included}, {@code withheld-in-trial}
   * @param source the plan or add-on that brings it, or would
   */
  @RegisterForReflection
  public record Feature(String feature, boolean allowed, String reason, String source) {

    static Feature of(Entitlement entitlement) {
      return new Feature(
          entitlement.feature(), entitlement.allowed(), entitlement.reason(), entitlement.source());
    }
  }
}
