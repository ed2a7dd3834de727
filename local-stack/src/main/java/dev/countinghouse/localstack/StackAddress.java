package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the servers of a running {@link SharedStackDaemon} are, as its state file tells it.
 *
 * @param secret names this very daemon, so that a reused control port is not taken for it
 */
record StackAddress(
    long pid, int controlPort, String secret, int postgresPort, int kafkaPort, int redisPort) {

  /** Written beside and moved in place: a reader sees all of it or nothing. */
  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("control", Integer.toString(controlPort));
    properties.setProperty("secret", secret);
    properties.setProperty("postgres", Integer.toString(postgresPort));
    properties.setProperty("kafka", Integer.toString(kafkaPort));
    properties.setProperty("redis", Integer.toString(redisPort));
    Path fresh = file.resolveSibling(file.getFileName() + ".fresh");
    try {
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        properties.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** What the file says; empty where there is none or a broken one. */
  static Optional<StackAddress> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new StackAddress(
              Long.parseLong(properties.getProperty("pid")),
              Integer.parseInt(properties.getProperty("control")),
              properties.getProperty("secret"),
              Integer.parseInt(properties.getProperty("postgres")),
              Integer.parseInt(properties.getProperty("kafka")),
              Integer.parseInt(properties.getProperty("redis"))));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
