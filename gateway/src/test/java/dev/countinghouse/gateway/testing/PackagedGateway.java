package dev.countinghouse.gateway.testing;

import dev.countinghouse.localstack.Ports;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The gateway as its users run it, in a process of its own. */
public final class PackagedGateway implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  private final Process process;
  private final Path log;
  private final String url;

  private PackagedGateway(Process process, Path log, String url) {
    this.process = process;
    this.log = log;
    this.url = url;
  }

  /** Starts the native program if there is one, else the jar; does not wait. */
  public static PackagedGateway start(String profile, Map<String, String> settings)
      throws IOException {
    int port = new Ports(line -> {}).any();
    List<String> options = new ArrayList<>();
    settings.forEach((name, value) -> options.add("-D" + name + "=" + value));
    options.add("-Dquarkus.http.port=" + port);
    Path log = Files.createTempFile("gateway", ".log");
    ProcessBuilder builder = new ProcessBuilder(line(options));
    builder.environment().put("QUARKUS_PROFILE", profile);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new PackagedGateway(process, log, "http://localhost:" + port);
  }

  private static List<String> line(List<String> options) {
    Path program = Path.of(System.getProperty("native.image.path", "none"));
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(program)) {
      line.add(program.toString());
      line.addAll(options);
    } else {
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(options);
      line.addAll(List.of("-jar", JAR.toString()));
    }
    return line;
  }

  public Process process() {
    return process;
  }

  public String output() throws IOException {
    return Files.readString(log);
  }

  public boolean isReady() {
    try {
      return get(url + "/q/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A token of the local issuer. */
  public String token(String subject, String role) throws IOException, InterruptedException {
    JsonObject body =
        new JsonObject().put("subject", subject).put("roles", new JsonArray().add(role));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/local-issuer/token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .build();
    String answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new JsonObject(answer).getString("token");
  }

  /** Asks, without waiting for the answer. */
  public CompletableFuture<HttpResponse<String>> getAs(String token, String path, String test) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .header("X-Test", test)
            .header("X-Test-Name", test)
            .build();
    return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Asks somebody else. */
  public static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway does not end");
    }
    Files.deleteIfExists(log);
  }
}
