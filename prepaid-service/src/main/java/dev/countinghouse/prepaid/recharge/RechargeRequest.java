package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT …/pu/auto-recharge}.
 *
 * @param threshold PU, in tenths at the finest
 * @param units whole PU that one purchase buys
 */
@RegisterForReflection
public record RechargeRequest(@Nullable BigDecimal threshold, @Nullable BigDecimal units) {

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(9_999_999_999L);

  /** The threshold, checked. */
  long thresholdTenths() {
    BigDecimal wanted = threshold;
    if (wanted == null
        || wanted.signum() < 0
        || wanted.compareTo(HIGHEST) > 0
        || wanted.stripTrailingZeros().scale() > 1) {
      throw invalid("threshold", "0 to 9999999999, at most one fraction digit");
    }
    return wanted.movePointRight(1).longValueExact();
  }

  BigDecimal requiredUnits() {
    BigDecimal wanted = units;
    if (wanted == null) {
      throw invalid("units", "a whole number");
    }
    return wanted;
  }

  private static ProblemException invalid(String field, String expected) {
    return new ProblemException(
        Problem.of(400, "body.invalid", "The auto-recharge breaks a rule of this call.")
            .blaming(field, expected));
  }
}
