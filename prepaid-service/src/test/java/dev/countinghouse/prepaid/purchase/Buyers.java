package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Channels that buy, by their standing, and what their owners ask. */
@ApplicationScoped
class Buyers {

  static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");

  private final SeededChannels channels;
  private final Events events;
  private final Tokens tokens;

  Buyers(SeededChannels channels, Events events, Tokens tokens) {
    this.channels = channels;
    this.events = events;
    this.tokens = tokens;
  }

  /** A new sandbox channel in a paid period of a plan of usage-2024. */
  Buyer paying(String plan) {
    String channel = channels.sandboxAt(NOW);
    Instant end = NOW.plus(Duration.ofDays(31));
    events.ofSubscription(
        channel,
        PeriodStarted.TYPE,
        new PeriodStarted(channel, plan, List.of(), "usage-2024", 1, NOW, end, true));
    return new Buyer(tokens, channel);
  }

  /** A new sandbox channel on trial of early-stage. */
  Buyer onTrial() {
    String channel = channels.sandboxAt(NOW);
    Instant end = NOW.plus(Duration.ofDays(14));
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(channel, "early-stage", List.of(), "usage-2024", 1, NOW, end, 0));
    return new Buyer(tokens, channel);
  }

  /** A new sandbox channel that never had a plan. */
  Buyer onFree() {
    String channel = channels.sandboxAt(NOW);
    events.ofSubscription(
        channel,
        "channel.created",
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", "usage-2024", 1, true, NOW));
    return new Buyer(tokens, channel);
  }

  /** The owner of a channel. */
  record Buyer(Tokens tokens, String channel) {

    ValidatableResponse buy(String body) {
      return tokens.ownerOf(channel).body(body).post(path("/prepaid/purchases")).then();
    }

    ValidatableResponse buyWithKey(String key, String body) {
      return tokens
          .ownerOf(channel)
          .header("Idempotency-Key", key)
          .body(body)
          .post(path("/prepaid/purchases"))
          .then();
    }

    ValidatableResponse topUp(String body) {
      return tokens.ownerOf(channel).body(body).post(path("/pu/top-ups")).then();
    }

    ValidatableResponse purchase(String id) {
      return get("/prepaid/purchases/" + id);
    }

    ValidatableResponse lots() {
      return get("/prepaid/lots");
    }

    ValidatableResponse get(String path) {
      return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
    }

    String path(String path) {
      return "/v1/channels/" + channel + path;
    }
  }

  static String line(String item, String quantity) {
    return "{\"item\":\"%s\",\"monthlyQuantity\":%s}".formatted(item, quantity);
  }
}
