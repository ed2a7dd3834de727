package dev.countinghouse.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SYS-5: a refusal has a stable code, and {@code docs/problems.md} explains it. */
public abstract class ProblemCatalog {

  private static final String CATALOG = "docs/problems.md";
  private static final Pattern MADE =
      Pattern.compile("\\bof\\(\\s*\\w+,\\s*\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|");

  private final Path house =
      Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
          .filter(at -> Files.exists(at.resolve(CATALOG)))
          .findFirst()
          .orElseThrow();
  private final List<String> modules;

  /**
   * For the modules whose refusals this module answers for.
   *
   * @param modules their folders, from the top of the house
   */
  protected ProblemCatalog(String... modules) {
    this.modules = List.of(modules);
  }

  @Test
  @DisplayName("SYS-5 docs/problems.md lists every code of this module")
  void complete() throws IOException {
    Set<String> made = new TreeSet<>();
    for (String module : modules) {
      made.addAll(madeIn(house.resolve(module).resolve("src/main/java")));
    }

    Set<String> listed = codes(LISTED, Files.readString(house.resolve(CATALOG)));

    assertThat(made).isNotEmpty();
    assertThat(listed).containsAll(made);
  }

  private static Set<String> madeIn(Path sources) throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        made.addAll(codes(MADE, Files.readString(file)));
      }
    }
    return made;
  }

  private static Set<String> codes(Pattern pattern, String text) {
    Set<String> codes = new TreeSet<>();
    pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }
}
