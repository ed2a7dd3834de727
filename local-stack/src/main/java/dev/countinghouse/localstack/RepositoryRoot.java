package dev.countinghouse.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that this JVM works for. */
public final class RepositoryRoot {

  private RepositoryRoot() {}

  /**
   * The system property {@code countinghouse.root}, which the build sets, else the nearest
   * directory above the working directory that holds {@code local-stack/}.
   */
  public static Path find() {
    String property = System.getProperty("countinghouse.root");
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("local-stack").resolve("pom.xml"))) {
        return at;
      }
    }
    return start;
  }
}
