package dev.countinghouse.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JVM that a test starts to kill it. */
final class ChildJvm implements AutoCloseable {

  private final Path log;
  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Path log, Process process) {
    this.log = log;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Runs {@code main} with the class path of the test; {@code root} stands for the repository. */
  static ChildJvm run(Class<?> main, Path root, String... arguments) throws IOException {
    Path log = root.resolve("child.log");
    List<String> line =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Dcountinghouse.root=" + root,
                "-Dcountinghouse.run=0",
                "-cp",
                Classpath.joined(),
                main.getName()));
    line.addAll(List.of(arguments));
    return new ChildJvm(
        log,
        new ProcessBuilder(line)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** The numbers on the next line that it writes. */
  List<Long> numbers() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the child has ended: " + Files.readString(log));
    }
    return Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
