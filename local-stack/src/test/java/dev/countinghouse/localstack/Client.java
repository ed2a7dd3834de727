package dev.countinghouse.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Takes the shared stack, tells the daemon's process id and stays until it is killed. */
final class Client {

  private Client() {}

  public static void main(String[] arguments) {
    SharedStack stack = SharedStack.obtain();
    Path state = RepositoryRoot.find().resolve("target/local-stack/stack.properties");
    long daemon = StackAddress.read(state).orElseThrow().pid();
    System.out.printf("%d %d%n", daemon, stack.createDatabase("client").length());
    new CompletableFuture<Void>().join();
  }
}
