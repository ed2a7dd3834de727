package dev.countinghouse.subscription.domain;

/**
 * Whether a channel may use a feature now, and why (SUB-5).
 *
 * @param feature name of the function
 * @param allowed whether it may
 * @param reason stable: {@code plan}, {@code add-on}, {@code not-included}, {@code
 *     withheld-in-trial}
 * @param source the plan or add-on that brings it, or would; empty text when none of the book does
 */
public record Entitlement(String feature, boolean allowed, String reason, String source) {

  static Entitlement byPlan(String feature, String plan) {
    return new Entitlement(feature, true, "plan", plan);
  }

  static Entitlement byAddOn(String feature, String addOn) {
    return new Entitlement(feature, true, "add-on", addOn);
  }

  static Entitlement notIncluded(String feature, String source) {
    return new Entitlement(feature, false, "not-included", source);
  }

  Entitlement withheldInTrial() {
    return new Entitlement(feature, false, "withheld-in-trial", source);
  }
}
