package dev.countinghouse.prepaid.order;

import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Channels that pay, and lots that they bought. */
@ApplicationScoped
public class BoughtLots {

  private final Events events;
  private final SeededChannels channels;
  private final Tokens tokens;
  private final PlayedOrders orders;

  BoughtLots(Events events, SeededChannels channels, Tokens tokens, PlayedOrders orders) {
    this.events = events;
    this.channels = channels;
    this.tokens = tokens;
    this.orders = orders;
  }

  /** A new sandbox channel in Seoul on a plan of usage-2024. */
  public String channelOn(String plan, Instant now) {
    String channel = channels.sandboxAt(now);
    startPeriod(channel, plan, now);
    return channel;
  }

  /** A paid period of 31 days begins. */
  public void startPeriod(String channel, String plan, Instant at) {
    Instant end = at.plus(Duration.ofDays(31));
    events.ofSubscription(
        channel,
        PeriodStarted.TYPE,
        new PeriodStarted(channel, plan, List.of(), "usage-2024", 1, at, end, true));
  }

  /** Buys one line and has it paid; the lot's id. */
  public String buy(String channel, String item, long quantity, boolean renew) {
    return pay(channel, order(channel, item, quantity, renew)).get(0);
  }

  /** Buys two lines together and has them paid; the lots' ids. */
  public List<String> buyCart(String channel, String item, long first, String other, long second) {
    return pay(channel, orderCart(channel, item, first, other, second));
  }

  /** Orders two lines together, whose charge has no answer yet; the order's id. */
  public String orderCart(String channel, String item, long first, String other, long second) {
    return order(channel, "{\"lines\":[%s,%s]}".formatted(line(item, first), line(other, second)));
  }

  /** Orders one line, whose charge has no answer yet; the order's id. */
  public String order(String channel, String item, long quantity, boolean renew) {
    String body =
        "{\"item\":\"%s\",\"monthlyQuantity\":%d,\"renew\":%s}".formatted(item, quantity, renew);
    return order(channel, body);
  }

  /** Has an order paid; the lots' ids. */
  public List<String> pay(String channel, String order) {
    Order paid = orders.carryOut(channel, order, PlayedOrders.PAID);
    return paid.lines().stream().map(line -> Objects.requireNonNull(line.lot())).toList();
  }

  private String order(String channel, String body) {
    return tokens
        .ownerOf(channel)
        .body(body)
        .post("/v1/channels/" + channel + "/prepaid/purchases")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static String line(String item, long quantity) {
    return "{\"item\":\"%s\",\"monthlyQuantity\":%d}".formatted(item, quantity);
  }
}
