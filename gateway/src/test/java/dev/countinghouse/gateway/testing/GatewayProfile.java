package dev.countinghouse.gateway.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The gateway with its surroundings and with times short enough to wait for. */
public class GatewayProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("countinghouse.gateway.services.messaging.timeout", "700ms"),
        Map.entry("countinghouse.gateway.services.metering.timeout", "2s"),
        Map.entry("countinghouse.gateway.breaker.window", "4"),
        Map.entry("countinghouse.gateway.breaker.delay", "1s"),
        Map.entry("countinghouse.gateway.memberships.fresh", "1h"),
        Map.entry("countinghouse.gateway.openapi.retry", "200ms"),
        Map.entry("countinghouse.gateway.body.linger", "1s"));
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Surroundings.class));
  }
}
