package dev.countinghouse.subscription.testclock;

import java.util.HashMap;
import java.util.Map;

/** As {@link OneServiceProfile}, but prepaid's place is a port on which nobody listens. */
public class AbsentServiceProfile extends OneServiceProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
    overrides.put("quarkus.rest-client.prepaid.url", "http://localhost:1");
    return overrides;
  }
}
