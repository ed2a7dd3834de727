package dev.countinghouse.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive this JVM. A small shell holds the other end of a pipe; when
 * the pipe closes, by {@link #close()} or because this JVM is gone, {@code kill -9} included, it
 * ends the child: first with the signal asked for, then with KILL.
 */
public final class Leash implements AutoCloseable {

  /** What is started and how it is ended. */
  public record Command(
      List<String> line,
      Map<String, String> environment,
      Path directory,
      Path log,
      String signal,
      Duration patience) {

    public Command {
      line = List.copyOf(line);
      environment = Map.copyOf(environment);
    }
  }

  private static final String SCRIPT = script();
  private static final boolean HAS_SETSID = Programs.has("setsid");

  private final Process shell;
  private final ProcessHandle child;
  private final Command command;

  private Leash(Process shell, ProcessHandle child, Command command) {
    this.shell = shell;
    this.child = child;
    this.command = command;
  }

  /** Starts the command; its output is appended to its log. */
  public static Leash start(Command command) {
    ProcessBuilder builder = new ProcessBuilder(shellLine(command));
    builder.directory(command.directory().toFile());
    builder.environment().putAll(command.environment());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Files.createDirectories(command.log().toAbsolutePath().getParent());
      Process shell = builder.start();
      return new Leash(shell, child(shell, command), command);
    } catch (IOException e) {
      throw new StackException("could not start " + command.line().getFirst(), e);
    }
  }

  /** A session of its own, so that a signal to this JVM's group reaches neither shell nor child. */
  private static List<String> shellLine(Command command) {
    List<String> line = new ArrayList<>();
    if (HAS_SETSID) {
      line.add("setsid");
    }
    long tenths = Math.max(1, command.patience().toMillis() / 100);
    line.addAll(List.of("/bin/sh", "-c", SCRIPT, "leash"));
    line.addAll(List.of(command.log().toAbsolutePath().toString(), command.signal()));
    line.add(Long.toString(tenths));
    line.addAll(command.line());
    return line;
  }

  private static ProcessHandle child(Process shell, Command command) throws IOException {
    BufferedReader reader = shell.inputReader(StandardCharsets.UTF_8);
    String pid = reader.readLine();
    if (pid == null) {
      throw new StackException(
          "could not start %s; see %s".formatted(command.line(), command.log()));
    }
    // A child that is gone already has no handle; the shell, which ends with it, stands in.
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElse(shell.toHandle());
  }

  /** The process id of the child itself. */
  public long pid() {
    return child.pid();
  }

  public boolean isAlive() {
    return child.isAlive() && shell.isAlive();
  }

  /** Completes when the child has ended and has been reaped. */
  public CompletableFuture<Process> onExit() {
    return shell.onExit();
  }

  /** {@code kill -9} on the child, as a crash would be; returns when it is gone. */
  public void kill() {
    child.destroyForcibly();
    await();
  }

  /** Ends the child and waits until it is gone. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      child.destroy(); // the pipe is broken, so the shell is gone; the child must not stay
    }
    await();
  }

  private void await() {
    try {
      if (!shell.waitFor(command.patience().toMillis() + 5_000, TimeUnit.MILLISECONDS)) {
        child.destroyForcibly();
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String script() {
    try (InputStream in = Leash.class.getResourceAsStream("leash.sh")) {
      if (in == null) {
        throw new StackException("leash.sh is missing from the local-stack jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StackException("leash.sh cannot be read", e);
    }
  }
}
