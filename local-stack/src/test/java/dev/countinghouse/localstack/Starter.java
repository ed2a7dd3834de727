package dev.countinghouse.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Starts the three servers, tells their process ids and stays until it is killed. */
final class Starter {

  private Starter() {}

  public static void main(String[] arguments) {
    Infrastructure.Settings settings =
        new Infrastructure.Settings(Path.of(arguments[0]), true, false, Progress.silent());
    try (Infrastructure servers = Infrastructure.start(settings, new Ports(Progress.silent()))) {
      System.out.printf(
          "%d %d %d%n", servers.postgres().pid(), servers.kafka().pid(), servers.redis().pid());
      new CompletableFuture<Void>().join();
    }
  }
}
