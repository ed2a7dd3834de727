package dev.countinghouse.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One running service. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  /** A training run writes its cache at the end, which takes a while on a small machine. */
  private static final Duration TRAINING_STOP_LIMIT = Duration.ofSeconds(120);

  private static final int ANSWER_MILLIS = 2_000;

  private final SuiteService service;
  private final URI url;
  private final Path log;
  private final Leash leash;

  private ServiceProcess(SuiteService service, URI url, Path log, Leash leash) {
    this.service = service;
    this.url = url;
    this.log = log;
    this.leash = leash;
  }

  /** Starts the service; {@link #awaitReady} tells when it works. */
  static ServiceProcess start(
      SuiteService service,
      ServiceProgram program,
      Map<String, String> environment,
      Path directory,
      boolean training) {
    Path log = directory.resolve("logs").resolve(service.module() + ".log");
    URI url = URI.create("http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT"));
    Duration patience = training ? TRAINING_STOP_LIMIT : STOP_LIMIT;
    Leash leash =
        Leash.start(
            new Leash.Command(
                program.command(training), environment, directory, log, "TERM", patience));
    return new ServiceProcess(service, url, log, leash);
  }

  void awaitReady() {
    Waiting.until(service.module(), START_LIMIT, this::isReady);
  }

  private boolean isReady() {
    if (!leash.isAlive()) {
      throw new StackException(
          "%s did not start; see %s%s".formatted(service.module(), log, Waiting.lastLine(log)));
    }
    return answersReady();
  }

  private boolean answersReady() {
    try {
      URI ready = url.resolve("/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  SuiteService service() {
    return service;
  }

  URI url() {
    return url;
  }

  Path log() {
    return log;
  }

  long pid() {
    return leash.pid();
  }

  Leash leash() {
    return leash;
  }

  /** {@code kill -9}. */
  void kill() {
    leash.kill();
  }

  @Override
  public void close() {
    leash.close();
  }
}
