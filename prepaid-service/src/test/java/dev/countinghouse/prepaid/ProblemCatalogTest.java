package dev.countinghouse.prepaid;

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

class ProblemCatalogTest {

  private static final Pattern MADE = Pattern.compile("\"((?:pu|prepaid)\\.[a-z-]+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|");
  private static final Set<String> KINDS_OF_DUE_WORK = Set.of("pu.expire");

  private final Path root = root(Path.of("").toAbsolutePath());

  @Test
  @DisplayName("SYS-5 docs/problems.md lists every code of this service")
  void complete() throws IOException {
    Set<String> made = codes(MADE, sources());
    made.removeAll(KINDS_OF_DUE_WORK);

    Set<String> listed = codes(LISTED, Files.readString(root.resolve("docs/problems.md")));

    assertThat(made).hasSizeGreaterThan(10);
    assertThat(listed).containsAll(made);
  }

  private String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root.resolve("prepaid-service/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static Set<String> codes(Pattern pattern, String text) {
    Set<String> codes = new TreeSet<>();
    pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }

  private static Path root(Path directory) {
    return Stream.iterate(directory, Objects::nonNull, Path::getParent)
        .filter(at -> Files.exists(at.resolve("docs/problems.md")))
        .findFirst()
        .orElseThrow();
  }
}
