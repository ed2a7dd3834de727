package dev.countinghouse.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final Pattern CODE = Pattern.compile("\"((?:events?|usage)\\.[a-z-]+)\"");
  private static final Pattern TYPE = Pattern.compile("case \"([a-z]+\\.[a-z-]+)\" ->");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|");

  private final Path root = root(Path.of("").toAbsolutePath());

  @Test
  @DisplayName("SYS-5 docs/problems.md and docs/events.md list every code of this service")
  void codes() throws IOException {
    assertThat(found(CODE, sources())).hasSizeGreaterThan(6);
    assertThat(listed("docs/problems.md", "docs/events.md")).containsAll(found(CODE, sources()));
  }

  @Test
  @DisplayName("docs/events.md lists every type that is taken")
  void types() throws IOException {
    assertThat(found(TYPE, sources())).hasSize(12);
    assertThat(listed("docs/events.md")).containsAll(found(TYPE, sources()));
  }

  private Set<String> listed(String... documents) throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String document : documents) {
      listed.addAll(found(LISTED, Files.readString(root.resolve(document))));
    }
    return listed;
  }

  private String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root.resolve("metering-service/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static Path root(Path directory) {
    return Stream.iterate(directory, Objects::nonNull, Path::getParent)
        .filter(at -> Files.exists(at.resolve("docs/problems.md")))
        .findFirst()
        .orElseThrow();
  }
}
