package dev.countinghouse.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged program of a service, run on one flat class path instead of through Quarkus's own
 * class loader: the JDK's ahead-of-time cache serves only the loaders that it knows.
 */
final class ServiceProgram {

  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  /** What the manifest of quarkus-run.jar opens. */
  private static final List<String> OPENS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  private final SuiteService service;
  private final List<Path> jars;
  private final AotCache cache;

  private ServiceProgram(SuiteService service, List<Path> jars, AotCache cache) {
    this.service = service;
    this.jars = jars;
    this.cache = cache;
  }

  static ServiceProgram of(SuiteService service, Path root) {
    Path home = service.program(root.toAbsolutePath());
    if (!Files.exists(home.resolve("quarkus-run.jar"))) {
      throw new StackException(
          "%s is not built: there is no %s"
              .formatted(service.module(), home.resolve("quarkus-run.jar")));
    }
    List<Path> jars = jars(home);
    List<String> flags = Jvm.flags(service.heapMegabytes());
    Path caches = home.resolveSibling("aot");
    return new ServiceProgram(service, jars, AotCache.of(caches, service.id(), jars, flags));
  }

  /** Transformed classes first, for they replace those of the libraries. */
  private static List<Path> jars(Path home) {
    List<Path> jars = new ArrayList<>();
    for (String part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
      jars.addAll(jarsIn(home.resolve(part)));
    }
    return jars;
  }

  private static List<Path> jarsIn(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> entry.toString().endsWith(".jar"))
          .sorted((a, b) -> b.compareTo(a)) // transformed-bytecode before generated-bytecode
          .toList();
    } catch (IOException e) {
      throw new StackException("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  AotCache cache() {
    return cache;
  }

  List<String> command(boolean training) {
    List<String> line = new ArrayList<>(List.of(Programs.java()));
    line.addAll(Jvm.flags(service.heapMegabytes()));
    line.addAll(OPENS);
    line.addAll(training ? cache.trainFlags() : cache.useFlags());
    line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    line.addAll(List.of("-cp", classPath(), MAIN));
    return line;
  }

  private String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
