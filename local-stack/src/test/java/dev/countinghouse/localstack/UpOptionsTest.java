package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

  private static final Path ROOT = Path.of("/repository");

  @Test
  @DisplayName("without arguments: port 8080, data in .countinghouse of the repository")
  void defaults() {
    assertThat(UpOptions.parse(new String[0], ROOT))
        .isEqualTo(new UpOptions(false, false, false, 8080, ROOT.resolve(".countinghouse")));
  }

  @Test
  @DisplayName("all options together")
  void all() {
    String[] arguments = {"--demo", "--once", "--fresh", "--port", "9000", "--data", "/else where"};

    assertThat(UpOptions.parse(arguments, ROOT))
        .isEqualTo(new UpOptions(true, true, true, 9000, Path.of("/else where")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port 0", "--port 65536", "--port x", "--data", "--what"})
  @DisplayName("what cannot be meant is refused in one sentence")
  void refused(String line) {
    String[] arguments = line.split(" ", -1);

    assertThatThrownBy(() -> UpOptions.parse(arguments, ROOT))
        .isInstanceOf(StackException.class)
        .hasMessageNotContaining("\n");
  }
}
