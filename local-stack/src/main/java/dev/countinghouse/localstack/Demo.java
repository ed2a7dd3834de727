package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays the story of the module acceptance, as a program of its own, against a running suite. */
final class Demo {

  private static final String MAIN = "dev.countinghouse.acceptance.Demo";

  private Demo() {}

  /** The status that the story ended with: 0 only when every step held. */
  static int play(Path root, Map<String, String> environment) {
    Path target = root.resolve("acceptance").resolve("target");
    try {
      String libraries = Files.readString(target.resolve("runtime.classpath")).strip();
      List<String> line = new ArrayList<>(List.of(Programs.java()));
      line.addAll(Jvm.flags(256));
      line.addAll(List.of("-cp", target.resolve("classes") + ":" + libraries, MAIN));
      ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
      builder.environment().putAll(environment);
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new StackException("the story cannot be played: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
