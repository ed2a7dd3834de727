package dev.countinghouse.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SegmentsTest {

  @Test
  @DisplayName("MSG-3 GSM 7-bit: 160 septets, then parts of 153")
  void gsm() {
    assertThat(Segments.count("")).isEqualTo(1);
    assertThat(Segments.count("a".repeat(160))).isEqualTo(1);
    assertThat(Segments.count("a".repeat(161))).isEqualTo(2);
    assertThat(Segments.count("a".repeat(306))).isEqualTo(2);
    assertThat(Segments.count("a".repeat(307))).isEqualTo(3);
  }

  @Test
  @DisplayName("MSG-3 an escaped character takes two septets and is never split")
  void escapes() {
    assertThat(Segments.count("€".repeat(80))).isEqualTo(1);
    assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
    assertThat(Segments.count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
    assertThat(Segments.count("a".repeat(151) + "€" + "a".repeat(153))).isEqualTo(2);
    assertThat(Segments.count("^{}\\[]~|" + "a".repeat(144))).isEqualTo(1);
    assertThat(Segments.count("^{}\\[]~|" + "a".repeat(145))).isEqualTo(2);
  }

  @Test
  @DisplayName("MSG-3 UCS-2: 70 units, then parts of 67; a surrogate pair is never split")
  void ucs2() {
    assertThat(Segments.count("가".repeat(70))).isEqualTo(1);
    assertThat(Segments.count("가".repeat(71))).isEqualTo(2);
    assertThat(Segments.count("가".repeat(134))).isEqualTo(2);
    assertThat(Segments.count("가".repeat(135))).isEqualTo(3);
    assertThat(Segments.count("😀".repeat(35))).isEqualTo(1);
    assertThat(Segments.count("가".repeat(66) + "😀" + "가".repeat(66))).isEqualTo(3);
  }
}
