package dev.countinghouse.acceptance;

import java.net.URI;

/**
 * Where the suite is and who speaks to it.
 *
 * @param base the gateway's address, without a path
 * @param owner token of the story's owner
 * @param other token of the owner of another channel
 * @param operator token of an operator
 * @param service token of an internal program (delivery reports)
 */
public record Gateway(URI base, String owner, String other, String operator, String service) {

  /** From the environment that {@code bin/up} sets. */
  public static Gateway fromEnvironment() {
    return new Gateway(
        URI.create(required("COUNTINGHOUSE_GATEWAY")),
        required("COUNTINGHOUSE_OWNER_TOKEN"),
        required("COUNTINGHOUSE_OTHER_TOKEN"),
        required("COUNTINGHOUSE_OPERATOR_TOKEN"),
        required("COUNTINGHOUSE_SERVICE_TOKEN"));
  }

  /** A client that speaks as the owner; the other callers likewise. */
  public Client asOwner() {
    return new Client(base, owner);
  }

  public Client asOther() {
    return new Client(base, other);
  }

  public Client asService() {
    return new Client(base, service);
  }

  private static String required(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set; bin/up --demo sets it");
    }
    return value;
  }
}
