package dev.countinghouse.localstack;

import java.util.HashMap;
import java.util.Map;

/** The settings of the services as environment variables, as a cluster would set them. */
record SuiteEnvironment(
    Infrastructure servers,
    SuiteSecrets secrets,
    Map<SuiteService, Integer> ports,
    Map<String, String> extra) {

  /**
   * Services of a test live for seconds: the optimizing compiler would take half the machine, and
   * nobody has the time to wait as long as usual until what a killed service had in hand (its Kafka
   * partitions, its claimed due work) is taken up again.
   */
  static final Map<String, String> SHORT_LIVED =
      Map.of(
          "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
          "MP_MESSAGING_INCOMING_INBOX_SESSION_TIMEOUT_MS", "6000",
          "COUNTINGHOUSE_DUE_WORK_TIMEOUT", "15s",
          "COUNTINGHOUSE_DUE_WORK_LEASE", "20s");

  private static final String TOKEN_SECRET = "COUNTINGHOUSE_INTERNAL_TOKEN_SECRET";

  /** The key of internal tokens that the services have. */
  String tokenSecret() {
    return extra.getOrDefault(TOKEN_SECRET, secrets.internalToken());
  }

  Map<String, String> of(SuiteService service) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrap());
    environment.put(TOKEN_SECRET, tokenSecret());
    for (SuiteService other : SuiteService.values()) {
      String name = "QUARKUS_REST_CLIENT_" + other.name() + "_URL";
      environment.put(name, "http://127.0.0.1:" + port(other));
    }
    if (service.hasDatabase()) {
      database(service, environment);
    } else {
      gateway(environment);
    }
    environment.putAll(extra);
    return environment;
  }

  private void database(SuiteService service, Map<String, String> environment) {
    String url = "postgresql://127.0.0.1:%d/%s".formatted(servers.postgres().port(), service.id());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", url);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + url);
    environment.put("QUARKUS_DATASOURCE_USERNAME", PostgresServer.USER);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.PASSWORD);
  }

  private void gateway(Map<String, String> environment) {
    environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + servers.redis().port());
    environment.put(
        "COUNTINGHOUSE_LOCAL_ISSUER_PRIVATE_KEY_FILE", secrets.issuerPrivateKey().toString());
    environment.put(
        "COUNTINGHOUSE_LOCAL_ISSUER_PUBLIC_KEY_FILE", secrets.issuerPublicKey().toString());
  }

  private int port(SuiteService service) {
    return ports.getOrDefault(service, service.preferredPort());
  }
}
