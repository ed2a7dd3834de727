package dev.countinghouse.prepaid.pricebook;

import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Channels on a book of one item. */
@ApplicationScoped
public class StampShop {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");

  private final Events events;
  private final SeededChannels channels;
  private final Tokens tokens;

  StampShop(Events events, SeededChannels channels, Tokens tokens) {
    this.events = events;
    this.channels = channels;
    this.tokens = tokens;
  }

  /** A book as JSON. Amounts stand as numbers, which a reader may take for approximate ones. */
  public static String document(String book, int version, String price) {
    return """
    {"id": "%s", "version": %d, "effectiveFrom": "2024-01-01", "currency": "USD",
     "prepaidDiscount": 0.25,
     "plans": [{"id": "all", "price": {"model": "flat", "amount": "10"}}],
     "items": [
       {"id": "stamp", "kind": "counter", "group": "add-ons", "meter": "stamps",
        "prepaid": {"min": 100, "max": 5000}, "price": {"model": "per-unit", "amount": %s}}]}
    """
        .formatted(book, version, price);
  }

  /** Tells of a version, as subscription-service does when it is published. */
  public void tell(String book, int version, String document) {
    events.ofSubscription(
        PriceBookPublished.key(book),
        PriceBookPublished.TYPE,
        new PriceBookPublished(book, version, document));
  }

  /** A new channel that pays on version 1 of a book. */
  public String channelOn(String book) {
    String channel = channels.sandboxAt(NOW);
    startPeriod(channel, book, 1);
    return channel;
  }

  /** The period of a version begins, a month after that of the version before. */
  public void startPeriod(String channel, String book, int version) {
    Instant start = startOf(version);
    Instant end = startOf(version + 1);
    events.ofSubscription(
        channel,
        PeriodStarted.TYPE,
        new PeriodStarted(channel, "all", List.of(), book, version, start, end, true));
  }

  /** The first instant of a version's period. */
  public static Instant startOf(int version) {
    return NOW.plus(Duration.ofDays(31L * (version - 1)));
  }

  ValidatableResponse quote(String channel, long quantity) {
    return tokens
        .ownerOf(channel)
        .body("{\"lines\":[{\"item\":\"stamp\",\"monthlyQuantity\":%d}]}".formatted(quantity))
        .post("/v1/channels/" + channel + "/prepaid/quotes")
        .then();
  }
}
