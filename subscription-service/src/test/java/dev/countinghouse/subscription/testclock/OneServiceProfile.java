package dev.countinghouse.subscription.testclock;

import dev.countinghouse.contracts.ServiceName;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * This service stands for all four, so that a clock can be driven over HTTP where the others are
 * not. Events are at rest once {@link TestClockTest} has said that they were applied.
 */
public class OneServiceProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>();
    for (ServiceName service : ServiceName.values()) {
      overrides.put(
          "quarkus.rest-client." + service.id() + ".url",
          "http://localhost:${quarkus.http.test-port}");
    }
    overrides.put("countinghouse.test-clock.patience", "1s");
    return overrides;
  }
}
