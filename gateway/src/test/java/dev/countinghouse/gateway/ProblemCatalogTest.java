package dev.countinghouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProblemCatalogTest {

  private static final Pattern MADE = Pattern.compile("of\\(\\s*\\d{3},\\s*\"([^\"]+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|");
  private static final Path SOURCE =
      Path.of("gateway/src/main/java/dev/countinghouse/gateway/refusal/Refusal.java");

  @Test
  @DisplayName("SYS-5 docs/problems.md lists every code of the gateway")
  void complete() throws IOException {
    Path root = Path.of(System.getProperty("countinghouse.root"));
    Set<String> made = codes(MADE, Files.readString(root.resolve(SOURCE)));
    Set<String> listed = codes(LISTED, Files.readString(root.resolve("docs/problems.md")));
    assertThat(made).hasSizeGreaterThan(12);
    assertThat(listed).containsAll(made);
  }

  private static Set<String> codes(Pattern pattern, String text) {
    Set<String> codes = new TreeSet<>();
    pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }
}
