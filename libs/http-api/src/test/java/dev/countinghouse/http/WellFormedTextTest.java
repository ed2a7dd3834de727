package dev.countinghouse.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
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

  @ParameterizedTest
  @DisplayName(
      "SYS-5 bytes that are no UTF-8, though a lenient reader makes halves of pairs of them")
  @ValueSource(
      strings = {
        "ED A0 80",
        "ED BF BF",
        "F4 90 80 80",
        "F7 BF BF BF",
        "F0 80 80 80",
        "C0 80",
        "E0 80 80",
        "FF",
        "C3",
        "00"
      })
  void noUtf8(String hex) {
    assertThat(WellFormedText.isIn(quoted(hex))).isFalse();
  }

  @ParameterizedTest
  @DisplayName("SYS-5 the characters beside them")
  @ValueSource(
      strings = {"ED 9F BF", "EE 80 80", "F4 8F BF BF", "F0 90 80 80", "C2 80", "E0 A0 80"})
  void utf8(String hex) {
    assertThat(WellFormedText.isIn(quoted(hex))).isTrue();
  }

  @Test
  @DisplayName("SYS-5 another encoding than UTF-8, which JSON is not exchanged in")
  void utf16() {
    assertThat(WellFormedText.isIn("{\"id\":\"m\\ud800\"}".getBytes(UTF_16LE))).isFalse();
    assertThat(WellFormedText.isIn("{\"id\":\"m\"}".getBytes(UTF_16BE))).isFalse();
  }

  private static byte[] quoted(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    byte[] quoted = new byte[bytes.length + 2];
    quoted[0] = '"';
    System.arraycopy(bytes, 0, quoted, 1, bytes.length);
    quoted[quoted.length - 1] = '"';
    return quoted;
  }
}
