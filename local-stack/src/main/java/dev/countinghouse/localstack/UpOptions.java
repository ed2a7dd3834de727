package dev.countinghouse.localstack;

import java.nio.file.Path;

/**
 * The command line of {@code bin/up}.
 *
 * @param demo plays the story when all is up
 * @param once stops everything after the story
 * @param fresh drops the data first
 * @param port of the gateway, where it is free
 */
record UpOptions(boolean demo, boolean once, boolean fresh, int port, Path data) {

  private static final int GATEWAY_PORT = 8080;

  /** Reads the arguments; one that it does not know is a {@link StackException}. */
  static UpOptions parse(String[] arguments, Path root) {
    boolean demo = false;
    boolean once = false;
    boolean fresh = false;
    int port = GATEWAY_PORT;
    Path data = root.resolve(".countinghouse");
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--demo" -> demo = true;
        case "--once" -> once = true;
        case "--fresh" -> fresh = true;
        case "--port" -> port = port(value(arguments, ++i));
        case "--data" -> data = Path.of(value(arguments, ++i));
        default -> throw new StackException("unknown option %s; see -h".formatted(arguments[i]));
      }
    }
    return new UpOptions(demo, once, fresh, port, data.toAbsolutePath().normalize());
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new StackException(arguments[at - 1] + " needs a value; see -h");
    }
    return arguments[at];
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new StackException("--port wants a number from 1 to 65535, not " + text);
  }
}
