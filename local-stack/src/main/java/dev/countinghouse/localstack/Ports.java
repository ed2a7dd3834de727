package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Hands out TCP ports that are free, each one once. */
public final class Ports {

  private static final int STRIDE = 10_000;
  private static final int LAST = 65_535;

  private final Set<Integer> given = new HashSet<>();
  private final Progress progress;

  public Ports(Progress progress) {
    this.progress = progress;
  }

  /**
   * {@code preferred} where it is free, else the same port 10,000 further on (and so on), else any
   * free one; a change is told. 0 prefers nothing.
   */
  public synchronized int near(int preferred) {
    if (preferred == 0) {
      return any();
    }
    for (int port = preferred; port <= LAST; port += STRIDE) {
      if (take(port)) {
        if (port != preferred) {
          progress.say("port %d is taken, using %d".formatted(preferred, port));
        }
        return port;
      }
    }
    int port = any();
    progress.say("port %d is taken, using %d".formatted(preferred, port));
    return port;
  }

  /** Any free port. */
  public synchronized int any() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (given.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no free port on this machine", e);
      }
    }
  }

  private boolean take(int port) {
    return isFree(port) && given.add(port);
  }

  /** Whether nothing listens on {@code port}, neither on the loopback nor on all addresses. */
  static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
