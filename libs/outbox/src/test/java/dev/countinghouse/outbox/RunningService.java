package dev.countinghouse.outbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service as it runs: its own relay is on. */
public class RunningService implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("countinghouse.outbox.relay.enabled", "true");
  }
}
