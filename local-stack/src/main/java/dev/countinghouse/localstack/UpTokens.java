package dev.countinghouse.localstack;

import java.util.Map;

/**
 * Tokens of the local issuer: two owners, who see nothing of each other, and the two who see all.
 */
record UpTokens(String owner, String other, String operator, String service) {

  static UpTokens of(Suite suite) {
    return new UpTokens(
        suite.token("owner@example.test"),
        suite.token("other@example.test"),
        suite.token("operator@example.test", "OPERATOR"),
        suite.token("service@example.test", "SERVICE"));
  }

  Map<String, String> environment(Suite suite) {
    return Map.of(
        "COUNTINGHOUSE_GATEWAY", suite.gateway().toString(),
        "COUNTINGHOUSE_OWNER_TOKEN", owner,
        "COUNTINGHOUSE_OTHER_TOKEN", other,
        "COUNTINGHOUSE_OPERATOR_TOKEN", operator,
        "COUNTINGHOUSE_SERVICE_TOKEN", service);
  }
}
