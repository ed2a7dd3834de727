package dev.countinghouse.contracts;

import static dev.countinghouse.contracts.Role.ADMIN;
import static dev.countinghouse.contracts.Role.AGENT;
import static dev.countinghouse.contracts.Role.OPERATOR;
import static dev.countinghouse.contracts.Role.OWNER;
import static dev.countinghouse.contracts.Role.SERVICE;
import static dev.countinghouse.contracts.ServiceName.MESSAGING;
import static dev.countinghouse.contracts.ServiceName.METERING;
import static dev.countinghouse.contracts.ServiceName.PREPAID;
import static dev.countinghouse.contracts.ServiceName.SUBSCRIPTION;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of the public API. The gateway routes by it and checks roles by it; every service
 * checks the same table again, so that a call which reaches a service past the gateway is refused
 * just the same.
 */
public final class Routes {

  private static final Set<Role> ANYONE = Set.of(Role.values());
  private static final Set<Role> MEMBERS = Set.of(OWNER, ADMIN, AGENT, OPERATOR, SERVICE);
  private static final Set<Role> MANAGERS = Set.of(OWNER, ADMIN, OPERATOR, SERVICE);
  private static final Set<Role> OWNERS = Set.of(OWNER, ADMIN, OPERATOR);
  private static final Set<Role> OPERATORS = Set.of(OPERATOR);

  private static final List<Route> ALL =
      List.of(
          new Route("POST", "/v1/channels", SUBSCRIPTION, ANYONE),
          new Route("GET", "/v1/channels", SUBSCRIPTION, ANYONE),
          new Route("GET", "/v1/channels/{c}", SUBSCRIPTION, MEMBERS),
          new Route("POST", "/v1/channels/{c}/tutorial-completion", SUBSCRIPTION, MANAGERS),
          new Route("PUT", "/v1/channels/{c}/test-clock", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/test-clock", SUBSCRIPTION, MEMBERS),
          new Route("POST", "/v1/channels/{c}/test-clock/resumption", SUBSCRIPTION, OWNERS),
          new Route("POST", "/v1/channels/{c}/api-keys", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/api-keys", SUBSCRIPTION, OWNERS),
          new Route("DELETE", "/v1/channels/{c}/api-keys/{id}", SUBSCRIPTION, OWNERS),
          new Route("POST", "/v1/channels/{c}/members", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/members", SUBSCRIPTION, OWNERS),
          new Route("DELETE", "/v1/channels/{c}/members/{id}", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/price-books", SUBSCRIPTION, ANYONE),
          new Route("GET", "/v1/price-books/{id}", SUBSCRIPTION, ANYONE),
          new Route("POST", "/v1/price-books", SUBSCRIPTION, OPERATORS),
          new Route("POST", "/v1/channels/{c}/payment-methods", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/payment-methods", SUBSCRIPTION, OWNERS),
          new Route("DELETE", "/v1/channels/{c}/payment-methods/{id}", SUBSCRIPTION, OWNERS),
          new Route("POST", "/v1/channels/{c}/trial", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/trial", SUBSCRIPTION, MEMBERS),
          new Route("GET", "/v1/channels/{c}/subscription", SUBSCRIPTION, MEMBERS),
          new Route("GET", "/v1/channels/{c}/entitlements", SUBSCRIPTION, MEMBERS),
          new Route("GET", "/v1/channels/{c}/entitlements/{feature}", SUBSCRIPTION, MEMBERS),
          new Route("GET", "/v1/channels/{c}/invoices", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/invoices/{number}", SUBSCRIPTION, OWNERS),
          new Route("GET", "/v1/channels/{c}/notices", SUBSCRIPTION, MEMBERS),
          new Route("POST", "/v1/channels/{c}/notices/{n}/read", SUBSCRIPTION, MEMBERS),
          new Route("POST", "/v1/events", METERING, Set.of(OWNER, ADMIN, SERVICE, OPERATOR)),
          new Route("GET", "/v1/channels/{c}/mau", METERING, MEMBERS),
          new Route("GET", "/v1/channels/{c}/mau/trend", METERING, MEMBERS),
          new Route("GET", "/v1/channels/{c}/usage", METERING, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/items", PREPAID, MEMBERS),
          new Route("POST", "/v1/channels/{c}/prepaid/quotes", PREPAID, OWNERS),
          new Route("POST", "/v1/channels/{c}/prepaid/reservations", PREPAID, OWNERS),
          new Route("GET", "/v1/channels/{c}/prepaid/reservations", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/reservations/{r}", PREPAID, MEMBERS),
          new Route("PATCH", "/v1/channels/{c}/prepaid/reservations/{r}", PREPAID, OWNERS),
          new Route("DELETE", "/v1/channels/{c}/prepaid/reservations/{r}", PREPAID, OWNERS),
          new Route("POST", "/v1/channels/{c}/prepaid/purchases", PREPAID, OWNERS),
          new Route("GET", "/v1/channels/{c}/prepaid/purchases", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/purchases/{p}", PREPAID, MEMBERS),
          new Route("POST", "/v1/channels/{c}/prepaid/orders/{o}/resolution", PREPAID, OPERATORS),
          new Route("GET", "/v1/channels/{c}/prepaid/lots", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/lots/{l}", PREPAID, MEMBERS),
          new Route("PATCH", "/v1/channels/{c}/prepaid/lots/{l}", PREPAID, OWNERS),
          new Route("POST", "/v1/channels/{c}/prepaid/lots/{l}/refund", PREPAID, OWNERS),
          new Route(
              "POST", "/v1/channels/{c}/prepaid/lots/{l}/refund/resolution", PREPAID, OPERATORS),
          new Route("GET", "/v1/channels/{c}/prepaid/range", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/statement", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/limits", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/prepaid/limits/{item}", PREPAID, MEMBERS),
          new Route("PUT", "/v1/channels/{c}/prepaid/limits/{item}", PREPAID, OWNERS),
          new Route("DELETE", "/v1/channels/{c}/prepaid/limits/{item}", PREPAID, OWNERS),
          new Route("GET", "/v1/channels/{c}/prepaid/skipped-events", PREPAID, OPERATORS),
          new Route(
              "POST",
              "/v1/channels/{c}/prepaid/skipped-events/{source}/{sequence}/application",
              PREPAID,
              OPERATORS),
          new Route(
              "POST",
              "/v1/channels/{c}/prepaid/skipped-events/{source}/{sequence}/forgiveness",
              PREPAID,
              OPERATORS),
          new Route("GET", "/v1/prepaid/reviews", PREPAID, OPERATORS),
          new Route("GET", "/v1/channels/{c}/pu", PREPAID, MEMBERS),
          new Route("GET", "/v1/channels/{c}/pu/entries", PREPAID, MEMBERS),
          new Route("POST", "/v1/channels/{c}/pu/top-ups", PREPAID, OWNERS),
          new Route("PUT", "/v1/channels/{c}/pu/auto-recharge", PREPAID, OWNERS),
          new Route("GET", "/v1/channels/{c}/pu/auto-recharge", PREPAID, MEMBERS),
          new Route("DELETE", "/v1/channels/{c}/pu/auto-recharge", PREPAID, OWNERS),
          new Route("POST", "/v1/channels/{c}/pu/rebuild", PREPAID, OPERATORS),
          new Route("GET", "/v1/pu/trial-balance", PREPAID, OPERATORS),
          new Route("POST", "/v1/channels/{c}/messages/quotes", MESSAGING, MEMBERS),
          new Route("POST", "/v1/channels/{c}/messages", MESSAGING, MEMBERS),
          new Route("GET", "/v1/channels/{c}/messages", MESSAGING, MEMBERS),
          new Route("GET", "/v1/channels/{c}/messages/{m}", MESSAGING, MEMBERS),
          new Route("POST", "/v1/delivery-reports", MESSAGING, Set.of(SERVICE, OPERATOR)));

  private static final RouteTable TABLE = new RouteTable(ALL);

  private Routes() {}

  /** Every route. */
  public static List<Route> all() {
    return ALL;
  }

  /** What the table says of a call. */
  public static RouteMatch match(String method, String path) {
    return TABLE.match(method, path);
  }

  /** The route of a call, where the table has it. */
  public static Optional<Route> find(String method, String path) {
    return match(method, path) instanceof RouteMatch.Found found
        ? Optional.of(found.route())
        : Optional.empty();
  }
}
