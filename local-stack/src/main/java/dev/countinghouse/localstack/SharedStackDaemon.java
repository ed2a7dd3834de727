package dev.countinghouse.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The process that owns the servers of a test run. A client is a connection to its control port,
 * held for as long as the client lives; the kernel closes it for a client that was killed. It stops
 * a few seconds after the last client has gone, unless the Maven run that a client came from still
 * goes on: its next module will want the servers again.
 */
final class SharedStackDaemon {

  private static final Duration LINGER = Duration.ofSeconds(4);
  private static final Duration FIRST_CLIENT = Duration.ofSeconds(20);
  private static final long CHECK_NANOS = Duration.ofMillis(250).toNanos();

  private final Path stateFile;
  private final StackAddress address;
  private final ServerSocket control;
  private final AtomicInteger clients = new AtomicInteger();
  private final Set<ProcessHandle> runs = ConcurrentHashMap.newKeySet();
  private volatile long idleSince = System.nanoTime();
  private volatile boolean hadClient;

  private SharedStackDaemon(Path stateFile, StackAddress address, ServerSocket control) {
    this.stateFile = stateFile;
    this.address = address;
    this.control = control;
  }

  /**
   * @param arguments the directory for the data of this run, and the state file to write
   */
  @SuppressWarnings("try") // the lock is held, not used
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Progress progress = Progress.on(System.out);
    try (RunLock lock = RunLock.take(directory);
        Infrastructure servers = start(directory, progress);
        ServerSocket control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      StackAddress address = address(servers, control);
      // Ends the servers before the directory goes, should the daemon itself be asked to stop.
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
      address.write(Path.of(arguments[1]));
      new SharedStackDaemon(Path.of(arguments[1]), address, control).serve();
    } catch (StackException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
    Directories.remove(directory);
    System.exit(0);
  }

  private static Infrastructure start(Path directory, Progress progress) {
    return Infrastructure.start(
        new Infrastructure.Settings(directory, false, false, progress), new Ports(progress));
  }

  private static StackAddress address(Infrastructure servers, ServerSocket control) {
    return new StackAddress(
        ProcessHandle.current().pid(),
        control.getLocalPort(),
        UUID.randomUUID().toString(),
        servers.postgres().port(),
        servers.kafka().port(),
        servers.redis().port());
  }

  private void serve() {
    Thread.ofVirtual().start(this::accept);
    while (isWanted()) {
      LockSupport.parkNanos(CHECK_NANOS);
    }
  }

  private boolean isWanted() {
    if (clients.get() > 0) {
      return true;
    }
    boolean replaced = StackAddress.read(stateFile).filter(address::equals).isEmpty();
    if (replaced) {
      return false;
    }
    runs.removeIf(run -> !run.isAlive());
    Duration patience = hadClient ? LINGER : FIRST_CLIENT;
    return !runs.isEmpty() || System.nanoTime() - idleSince < patience.toNanos();
  }

  private void accept() {
    while (!control.isClosed()) {
      try {
        Socket client = control.accept();
        Thread.ofVirtual().start(() -> hold(client));
      } catch (IOException e) {
        return; // closed: the daemon stops
      }
    }
  }

  /** Greets the client and stays until it has gone. */
  private void hold(Socket socket) {
    clients.incrementAndGet();
    try (socket;
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      if (address.secret().equals(reader.readLine())) {
        watch(reader.readLine());
        hadClient = true;
        socket.getOutputStream().write("welcome\n".getBytes(StandardCharsets.US_ASCII));
        reader.transferTo(Writer.nullWriter());
      }
    } catch (IOException e) {
      // a client that went without a farewell
    } finally {
      idleSince = System.nanoTime();
      clients.decrementAndGet();
    }
  }

  private void watch(@Nullable String run) {
    long pid = run == null ? 0 : Long.parseLong(run);
    if (pid > 0) {
      ProcessHandle.of(pid).ifPresent(runs::add);
    }
  }
}
