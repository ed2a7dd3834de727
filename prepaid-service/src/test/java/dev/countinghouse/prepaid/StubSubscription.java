package dev.countinghouse.prepaid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Subscription-service as the charges and refunds of this service see it, and metering-service as
 * questions for its progress do: answers what a test has told it to over {@code
 * /stub/{channel}/{charges|refunds|GET-progress}} or {@code /stub/{book}/price-books}, and shows
 * there what it was asked; what is not a {@code PUT} has its method before it, as in {@code
 * GET-charges}. The last answer is given for ever; without any it is 503.
 */
public class StubSubscription implements QuarkusTestResourceLifecycleManager {

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, ArrayNode> answers = new ConcurrentHashMap<>();
  private final Map<String, ArrayNode> questions = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
      started.setExecutor(pool);
      started.createContext("/stub", this::control);
      started.createContext("/internal/channels", this::answer);
      started.createContext("/internal/price-books", this::answerBook);
      started.start();
      server = started;
      threads = pool;
      int port = started.getAddress().getPort();
      String url = "http://127.0.0.1:" + port;
      return Map.of(
          "quarkus.rest-client.subscription.url", url, "quarkus.rest-client.metering.url", url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void control(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String of = path[2] + "/" + path[3];
    if (exchange.getRequestMethod().equals("PUT")) {
      answers.put(of, (ArrayNode) json.readTree(exchange.getRequestBody()));
      reply(exchange, 200, json.createObjectNode());
    } else {
      reply(exchange, 200, questions.getOrDefault(of, json.createArrayNode()));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String method = exchange.getRequestMethod();
    String what = path.length > 4 ? path[4] : "channel";
    String of = path[3] + "/" + (method.equals("PUT") ? what : method + "-" + what);
    JsonNode body = json.readTree(exchange.getRequestBody());
    JsonNode next = next(of, path[path.length - 1], body);
    reply(exchange, next.path("status").asInt(503), next.path("body"));
  }

  private void answerBook(HttpExchange exchange) throws IOException {
    String book = exchange.getRequestURI().getPath().split("/")[3];
    String version = exchange.getRequestURI().getQuery();
    JsonNode next = next(book + "/price-books", version, json.createObjectNode());
    reply(exchange, next.path("status").asInt(503), next.path("body"));
  }

  private synchronized JsonNode next(String of, String id, JsonNode body) {
    ArrayNode asked = questions.computeIfAbsent(of, key -> json.createArrayNode());
    asked.add(json.createObjectNode().put("id", id).set("body", body));
    ArrayNode scripted = answers.getOrDefault(of, json.createArrayNode());
    return scripted.size() > 1 ? scripted.remove(0) : scripted.path(0);
  }

  private void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    String type = status < 400 ? "application/json" : "application/problem+json";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
    if (threads != null) {
      threads.close();
    }
  }
}
