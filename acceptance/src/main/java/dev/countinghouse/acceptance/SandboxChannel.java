package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A channel with a test clock, in Asia/Seoul and on the price book {@code mau-2023}. */
final class SandboxChannel {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int SENDERS = 4;
  private static final Duration ADVANCE = Duration.ofMinutes(3);

  private final Client owner;
  private final String id;

  private SandboxChannel(Client owner, String id) {
    this.owner = owner;
    this.id = id;
  }

  /** Creates it and sets its clock. */
  static SandboxChannel create(Client owner, String name, OffsetDateTime now) {
    Reply created =
        owner
            .post(
                "/v1/channels",
                Map.of(
                    "name",
                    name,
                    "timeZone",
                    SEOUL.getId(),
                    "currency",
                    "USD",
                    "country",
                    "KR",
                    "priceBook",
                    "mau-2023",
                    "sandbox",
                    true))
            .expect(201);
    Check.that(created.text("id").startsWith("ch_"), "a channel id begins with ch_: " + created);
    SandboxChannel channel = new SandboxChannel(owner, created.text("id"));
    channel.advanceTo(now);
    return channel;
  }

  String id() {
    return id;
  }

  Reply get(String rest) {
    return owner.get(path(rest));
  }

  Reply post(String rest, @Nullable Object body) {
    return owner.post(path(rest), body);
  }

  private String path(String rest) {
    return "/v1/channels/" + id + "/" + rest;
  }

  /** Posts batches of events, several at once, as the pods of a customer would. */
  void postEvents(List<List<Map<String, Object>>> batches) {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      batches.stream()
          .map(batch -> CompletableFuture.runAsync(() -> postBatch(batch), senders))
          .toList()
          .forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof StepFailed failure ? failure : e;
    }
  }

  /** Posts events of this or any channel; every one must be accepted. */
  void postBatch(List<Map<String, Object>> batch) {
    Reply reply = owner.post("/v1/events", batch, "application/cloudevents-batch+json").expect(202);
    JsonNode results = reply.body().path("results");
    Check.same(batch.size(), results.size(), "an answer an event");
    for (JsonNode result : results) {
      Check.that(!result.path("status").asText().equals("rejected"), "accepted: " + result);
    }
  }

  /** Moves the test clock and waits until everything up to then has happened (TIME-3). */
  void advanceTo(OffsetDateTime instant) {
    String now = instant.toInstant().toString();
    owner.put(path("test-clock"), Map.of("now", now)).expect(202);
    Reply clock =
        Check.eventually(
            ADVANCE,
            "the test clock gets to " + now,
            () -> get("test-clock").expect(200),
            reply -> !reply.text("status").equals("advancing"));
    Check.same("ready", clock.text("status"), "TIME-3 " + clock);
    Check.sameInstant(instant, clock.text("now"), "TIME-3");
  }

  /** Every invoice with its lines, oldest first. */
  List<JsonNode> invoices() {
    List<JsonNode> invoices = new ArrayList<>();
    String query = "?limit=5";
    while (true) {
      JsonNode page = get("invoices" + query).expect(200).body();
      for (JsonNode item : page.path("items")) {
        invoices.add(get("invoices/" + item.path("number").asText()).expect(200).body());
      }
      if (page.path("next").isNull() || page.path("next").isMissingNode()) {
        return invoices;
      }
      query = "?limit=5&cursor=" + page.path("next").asText();
    }
  }
}
