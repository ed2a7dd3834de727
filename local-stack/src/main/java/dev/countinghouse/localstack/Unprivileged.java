package dev.countinghouse.localstack;

import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root, a command is run in a user namespace of its own,
 * where it is nobody in particular while its files stay root's; other users run it as they are.
 */
final class Unprivileged {

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private Unprivileged() {}

  static List<String> command(List<String> command) {
    if (!ROOT) {
      return command;
    }
    if (!Programs.succeeds(List.of("unshare", "-U", "true"))) {
      throw new StackException(
          "PostgreSQL does not run as root and this machine allows root no user namespace"
              + " (unshare -U); run it as a plain user");
    }
    List<String> line = new ArrayList<>(List.of("unshare", "-U"));
    line.addAll(command);
    return line;
  }
}
