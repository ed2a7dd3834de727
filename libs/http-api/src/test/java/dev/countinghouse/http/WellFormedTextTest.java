package dev.countinghouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTextTest {

  @ParameterizedTest
  @DisplayName("SYS-5 text that can be stored as it is")
  @ValueSource(
      strings = {
        "{}",
        "\"plain\"",
        "\"\\ud83d\\ude00\"",
        "\"\\uD83D\\uDE00\\uD83D\\uDE00\"",
        "\"\uD83D\uDE00\"",
        "\"\\\\ud800\"",
        "\"\\\\\\\\ud800\"",
        "\"\\u0041\\ud7ff\\ue000\"",
        "\"\uD7FF\uE000\uFFFD\"",
        "\"\\n\\t\\\"\"",
        "\"\\u12",
        "\\"
      })
  void wellFormed(String json) {
    assertThat(WellFormedText.isIn(json.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @DisplayName("SYS-5 half of a surrogate pair, alone or in the wrong order")
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\uDBFFx\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "\"\\ud83d\\n\"",
        "\"\\\\\\ud800\"",
        "{\"\\ud800\":1}",
        "\"\\ud83d\\ude0"
      })
  void halves(String json) {
    assertThat(WellFormedText.isIn(json.getBytes(UTF_8))).isFalse();
  }

  @Test
  @DisplayName("SYS-5 half of a pair that is written as bytes")
  void bytes() {
    byte[] half = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    byte[] letter = {'"', (byte) 0xED, (byte) 0x9F, (byte) 0xBF, '"'};

    assertThat(WellFormedText.isIn(half)).isFalse();
    assertThat(WellFormedText.isIn(letter)).isTrue();
  }
}
