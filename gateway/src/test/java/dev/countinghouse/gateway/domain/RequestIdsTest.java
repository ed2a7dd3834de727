package dev.countinghouse.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

  @Test
  @DisplayName("a well-formed request id is kept")
  void kept() {
    assertThat(RequestIds.keepOrMake("6f0e-4a_B")).isEqualTo("6f0e-4a_B");
    assertThat(RequestIds.keepOrMake("x".repeat(64))).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "\"", "${jndi}", "ü"})
  @DisplayName("another one is replaced")
  void replaced(String offered) {
    assertThat(RequestIds.keepOrMake(offered)).matches("req_[0-9a-f]{32}");
    assertThat(RequestIds.keepOrMake("x".repeat(65))).matches("req_[0-9a-f]{32}");
    assertThat(RequestIds.keepOrMake(null)).matches("req_[0-9a-f]{32}");
  }
}
