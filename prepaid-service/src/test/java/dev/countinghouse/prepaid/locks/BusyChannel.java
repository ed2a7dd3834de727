package dev.countinghouse.prepaid.locks;

import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.contracts.internal.HoldSettlement;
import dev.countinghouse.prepaid.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What people and services do to a channel, one thing at random after another. */
final class BusyChannel {

  private static final int HOLDS = 200;

  private final Tokens tokens;
  private final String channel;
  private final AtomicInteger holds = new AtomicInteger();

  private final Map<String, Function<Random, Response>> calls =
      Map.ofEntries(
          Map.entry("buy", this::buy),
          Map.entry("buy cart", this::buyCart),
          Map.entry("top up", this::topUp),
          Map.entry("reserve", this::reserve),
          Map.entry("change reservation", this::changeReservation),
          Map.entry("cancel reservation", this::cancelReservation),
          Map.entry("switch renewal", this::switchRenewal),
          Map.entry("refund", this::refund),
          Map.entry("set limit", this::setLimit),
          Map.entry("lift limit", this::liftLimit),
          Map.entry("recharge on", this::rechargeOn),
          Map.entry("recharge off", this::rechargeOff),
          Map.entry("hold", this::hold),
          Map.entry("hold many", this::holdMany),
          Map.entry("capture", this::capture),
          Map.entry("release", this::release),
          Map.entry("statement", this::statement),
          Map.entry("repair", this::repair));

  private final List<String> names = calls.keySet().stream().sorted().toList();

  BusyChannel(Tokens tokens, String channel) {
    this.tokens = tokens;
    this.channel = channel;
  }

  String channel() {
    return channel;
  }

  /** What can be done, by name. */
  List<String> names() {
    return names;
  }

  /** Does it. */
  Response call(String name, Random random) {
    return calls.get(name).apply(random);
  }

  /** The id of a hold that was placed, as a message's would be. */
  String someHold(Random random) {
    return hold(random.nextInt(Math.max(1, holds.get())));
  }

  private Response buy(Random random) {
    return owner().body(lines(line(random))).post(path("/prepaid/purchases"));
  }

  private Response buyCart(Random random) {
    String points = "{\"item\":\"pu\",\"monthlyQuantity\":%d}".formatted(100 + random.nextInt(100));
    String lines = random.nextBoolean() ? lines(points, line(random)) : lines(line(random), points);
    return owner().body(lines).post(path("/prepaid/purchases"));
  }

  private Response topUp(Random random) {
    return owner()
        .body("{\"units\":%d}".formatted(100 + random.nextInt(100)))
        .post(path("/pu/top-ups"));
  }

  private Response reserve(Random random) {
    return owner().body(lines(line(random), line(random))).post(path("/prepaid/reservations"));
  }

  private Response changeReservation(Random random) {
    String change =
        random.nextBoolean()
            ? "{\"monthlyQuantity\":%d}".formatted(100 + random.nextInt(100))
            : "{\"renew\":%s}".formatted(random.nextBoolean());
    return owner().body(change).patch(path("/prepaid/reservations/" + reservation(random)));
  }

  private Response cancelReservation(Random random) {
    return owner().delete(path("/prepaid/reservations/" + reservation(random)));
  }

  private Response switchRenewal(Random random) {
    return owner()
        .body("{\"renew\":%s}".formatted(random.nextBoolean()))
        .patch(path("/prepaid/lots/" + lot(random)));
  }

  private Response refund(Random random) {
    return owner().post(path("/prepaid/lots/" + lot(random) + "/refund"));
  }

  private Response setLimit(Random random) {
    return owner()
        .body("{\"monthly\":%d}".formatted(random.nextInt(2_000)))
        .put(path("/prepaid/limits/workflow-action"));
  }

  private Response liftLimit(Random random) {
    return owner().delete(path("/prepaid/limits/workflow-action"));
  }

  private Response rechargeOn(Random random) {
    return owner()
        .body("{\"threshold\":%d,\"units\":100}".formatted(random.nextInt(500)))
        .put(path("/pu/auto-recharge"));
  }

  private Response rechargeOff(Random random) {
    return owner().delete(path("/pu/auto-recharge"));
  }

  private Response hold(Random random) {
    return place(List.of(nextHold(random)));
  }

  private Response holdMany(Random random) {
    return place(List.of(nextHold(random), nextHold(random), nextHold(random)));
  }

  private Response place(List<HoldRequest> requests) {
    return tokens.service().body(new HoldRequests(requests)).post("/internal/holds");
  }

  private HoldRequest nextHold(Random random) {
    String id = hold(holds.getAndIncrement());
    return new HoldRequest(id, channel, 10 + random.nextInt(HOLDS), "sms", Instant.EPOCH);
  }

  private Response capture(Random random) {
    return tokens
        .service()
        .body(new HoldSettlement(10))
        .post("/internal/channels/" + channel + "/holds/" + someHold(random) + "/capture");
  }

  private Response release(Random random) {
    return tokens
        .service()
        .post("/internal/channels/" + channel + "/holds/" + someHold(random) + "/release");
  }

  private Response statement(Random random) {
    return owner()
        .queryParams(Map.of("item", "workflow-action", "from", "2024-01-01", "to", "2024-03-31"))
        .get(path("/prepaid/statement"));
  }

  private Response repair(Random random) {
    return tokens.operator().post(path("/pu/rebuild"));
  }

  private String reservation(Random random) {
    return someOf("/prepaid/reservations", random);
  }

  private String lot(Random random) {
    return someOf("/prepaid/lots", random);
  }

  private String someOf(String list, Random random) {
    List<String> ids = owner().get(path(list)).path("items.id");
    return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
  }

  private RequestSpecification owner() {
    return tokens.ownerOf(channel);
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }

  private static String hold(int number) {
    return "m" + number;
  }

  private static String line(Random random) {
    return "{\"item\":\"workflow-action\",\"monthlyQuantity\":%d}"
        .formatted(100 + random.nextInt(100));
  }

  private static String lines(String... lines) {
    return "{\"lines\":[%s],\"renew\":true}".formatted(String.join(",", lines));
  }
}
