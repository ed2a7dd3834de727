package dev.countinghouse.prepaid;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Pages of two lots, or channels, so that a handful of them are several pages. */
public class SmallPages implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "countinghouse.prepaid.ledger-check-page", "2",
        "countinghouse.prepaid.draw-page", "2",
        "countinghouse.prepaid.close-page", "2",
        "countinghouse.prepaid.close-pages", "5");
  }
}
