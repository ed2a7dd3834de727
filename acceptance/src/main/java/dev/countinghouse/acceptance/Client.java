package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A client as an integrator would write it: one token, an {@code Idempotency-Key} on every POST,
 * and the same request again while the answer is lost or the service is down, for two minutes at
 * most.
 */
public final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final URI base;
  private final String token;

  public Client(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  public Reply get(String path) {
    return send(request(path).GET().build());
  }

  public Reply post(String path, @Nullable Object body) {
    return post(path, body, "application/json");
  }

  public Reply post(String path, @Nullable Object body, String mediaType) {
    return send(
        withBody("POST", path, body, mediaType)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .build());
  }

  public Reply put(String path, Object body) {
    return send(withBody("PUT", path, body, "application/json").build());
  }

  /** Any call, sent once and without a key: for tests of refusals. */
  public Reply once(String method, String path, @Nullable Object body) {
    try {
      return attempt(withBody(method, path, body, "application/json").build());
    } catch (IOException e) {
      throw new StepFailed(method + " " + path + ": " + e);
    }
  }

  private HttpRequest.Builder withBody(
      String method, String path, @Nullable Object body, String mediaType) {
    if (body == null) {
      return request(path).method(method, BodyPublishers.noBody());
    }
    return request(path)
        .header("Content-Type", mediaType)
        .method(method, BodyPublishers.ofString(Json.write(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private static Reply send(HttpRequest request) {
    Instant until = Instant.now().plus(PATIENCE);
    String last;
    do {
      try {
        Reply reply = attempt(request);
        if (!PASSING.contains(reply.status())) {
          return reply;
        }
        last = reply.toString();
      } catch (IOException e) {
        last = e.toString();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    } while (Instant.now().isBefore(until));
    throw new StepFailed(request.method() + " " + request.uri() + " still fails: " + last);
  }

  private static Reply attempt(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      String text = answer.body();
      JsonNode body = text.isBlank() || !isJson(answer) ? Json.missing() : Json.read(text);
      return new Reply(request.method() + " " + request.uri().getPath(), answer.statusCode(), body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted");
    }
  }

  private static boolean isJson(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").contains("json");
  }
}
