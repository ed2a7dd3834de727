package dev.countinghouse.bench;

import dev.countinghouse.contracts.Ids;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The calls that spend points, as messaging-charge-service makes them; every answer is checked. */
final class HoldCalls {

  /** Of each hold: the price of an SMS. */
  static final long TENTHS = 90;

  private static final String AT = "2024-03-01T00:00:00Z";
  private static final String HELD = "\"status\":\"held\"";
  private static final String CAPTURED = "\"status\":\"captured\"";

  private final Http http;
  private final URI service;
  private final Map<String, String> headers;
  private final RequestOptions place;
  private final AtomicLong placed = new AtomicLong();
  private final AtomicLong captured = new AtomicLong();

  HoldCalls(Http http, URI service, String token) {
    this.http = http;
    this.service = service;
    this.headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    this.place = Http.call(HttpMethod.POST, service.resolve("/internal/holds"), headers);
  }

  /** Places {@code count} new holds in one call, each on the channel that is drawn for it. */
  Future<Integer> place(int count, Supplier<String> channels) {
    StringBuilder holds = new StringBuilder("{\"holds\":[");
    for (int hold = 0; hold < count; hold++) {
      holds.append(hold == 0 ? "" : ",").append(hold(Ids.create(Ids.MESSAGE), channels.get()));
    }
    Buffer body = Buffer.buffer(holds.append("]}").toString());
    return http.send(place, body).compose(answer -> held(count, answer));
  }

  /** Places a hold and, as soon as it is answered, captures it. */
  Future<Integer> placeAndCapture(String channel) {
    String id = Ids.create(Ids.MESSAGE);
    Buffer body = Buffer.buffer("{\"holds\":[" + hold(id, channel) + "]}");
    return http.send(place, body)
        .compose(answer -> held(1, answer))
        .compose(held -> capture(channel, id));
  }

  private Future<Integer> capture(String channel, String id) {
    String path = "/internal/channels/" + channel + "/holds/" + id + "/capture";
    RequestOptions call = Http.call(HttpMethod.POST, service.resolve(path), headers);
    return http.send(call, Buffer.buffer("{\"tenths\":" + TENTHS + "}")).compose(this::captured);
  }

  private static String hold(String id, String channel) {
    String content = "\"tenths\":" + TENTHS + ",\"reason\":\"sms\",\"at\":\"" + AT + "\"";
    return "{\"id\":\"" + id + "\",\"channel\":\"" + channel + "\"," + content + "}";
  }

  private Future<Integer> held(int count, Buffer answer) {
    int held = occurrences(answer.toString(), HELD);
    placed.addAndGet(held);
    return held == count
        ? Future.succeededFuture(count)
        : Future.failedFuture("%d of %d are held: %s".formatted(held, count, answer));
  }

  private Future<Integer> captured(Buffer answer) {
    captured.addAndGet(occurrences(answer.toString(), CAPTURED));
    return answer.toString().contains(CAPTURED)
        ? Future.succeededFuture(1)
        : Future.failedFuture("not captured: " + answer);
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** Holds that were answered as held. */
  long placed() {
    return placed.get();
  }

  /** Holds that were answered as captured. */
  long captured() {
    return captured.get();
  }
}
