package dev.countinghouse.localstack;

import java.nio.file.Path;
import java.util.Locale;

/** The five programs of the suite, with the ports they like best. */
public enum SuiteService {
  SUBSCRIPTION("subscription-service", 8081, 160),
  METERING("metering-service", 8082, 160),
  PREPAID("prepaid-service", 8083, 128),
  MESSAGING("messaging-charge-service", 8084, 128),
  GATEWAY("gateway", 8080, 128);

  private final String module;
  private final int port;
  private final int heapMegabytes;

  SuiteService(String module, int port, int heapMegabytes) {
    this.module = module;
    this.port = port;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name in configuration, which is that of its database too. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The directory of its module in the repository. */
  public String module() {
    return module;
  }

  int preferredPort() {
    return port;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  boolean hasDatabase() {
    return this != GATEWAY;
  }

  /** The packaged program. */
  Path program(Path root) {
    return root.resolve(module).resolve("target").resolve("quarkus-app");
  }
}
