package dev.countinghouse.subscription;

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

  private static final Pattern MADE = Pattern.compile("Problem\\.of\\(\\s*\\w+,\\s*\"([^\"]+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|");

  @Test
  @DisplayName("SYS-5 docs/problems.md lists every code of this service")
  void complete() throws IOException {
    Set<String> made = codes(MADE, sources());

    Set<String> listed = codes(LISTED, Files.readString(catalog()));

    assertThat(made).hasSizeGreaterThan(15);
    assertThat(listed).containsAll(made);
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
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

  private static Path catalog() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(at -> at.resolve("docs/problems.md"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
