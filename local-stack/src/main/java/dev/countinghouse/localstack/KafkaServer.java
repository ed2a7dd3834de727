package dev.countinghouse.localstack;

import dev.countinghouse.contracts.Topics;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** One Kafka node (KRaft, broker and controller in one) in a process of its own. */
public final class KafkaServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Leash leash;
  private final int port;

  private KafkaServer(Leash leash, int port) {
    this.leash = leash;
    this.port = port;
  }

  /**
   * Starts the node over {@code directory} and creates the topics of the suite that are missing.
   */
  public static KafkaServer start(Path directory, Path log, int port, int controllerPort) {
    Path home = Directories.make(directory);
    Path logs = home.resolve("data");
    Path file = writeSettings(home, logs, port, controllerPort);
    List<String> line = new ArrayList<>(List.of(Programs.java()));
    line.addAll(Jvm.flags(192));
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(Jvm.logging(StderrLogging.class.getName()));
    line.addAll(List.of("-cp", Classpath.joined(), KafkaNode.class.getName()));
    line.addAll(List.of(file.toString(), logs.toString()));
    Leash leash =
        Leash.start(new Leash.Command(line, Map.of(), home, log, "TERM", Duration.ofSeconds(15)));
    KafkaServer server = new KafkaServer(leash, port);
    server.awaitTopics(log);
    return server;
  }

  private static Path writeSettings(Path home, Path logs, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(settings(logs, port, controllerPort));
    Path file = home.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    } catch (IOException e) {
      throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return file;
  }

  private static Map<String, String> settings(Path logs, int port, int controllerPort) {
    String address = "PLAINTEXT://127.0.0.1:" + port;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("listeners", address + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("advertised.listeners", address),
        Map.entry("log.dirs", logs.toString()),
        Map.entry("num.partitions", Integer.toString(Topics.PARTITIONS)),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // Alone in its group, a consumer need not wait for others before it gets its partitions.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"));
  }

  private void awaitTopics(Path log) {
    Waiting.until("Kafka", START_LIMIT, () -> listens(log));
    try (Admin admin = Admin.create(adminSettings(bootstrap()))) {
      Waiting.until("Kafka", START_LIMIT, () -> ensureTopics(admin, log));
    }
  }

  private boolean listens(Path log) {
    requireAlive(log);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void requireAlive(Path log) {
    if (!leash.isAlive()) {
      throw new StackException("Kafka did not start; see " + log + Waiting.lastLine(log));
    }
  }

  private boolean ensureTopics(Admin admin, Path log) {
    requireAlive(log);
    try {
      Set<String> there = admin.listTopics().names().get(5, TimeUnit.SECONDS);
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !there.contains(topic))
              .map(KafkaServer::topic)
              .toList();
      admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false; // not up yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, Topics.PARTITIONS, (short) 1);
  }

  static Map<String, Object> adminSettings(String bootstrap) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
        AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50);
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return leash.pid();
  }

  /** Completes when the server has ended, whatever ended it. */
  CompletableFuture<?> onExit() {
    return leash.onExit();
  }

  @Override
  public void close() {
    leash.close();
  }
}
