package dev.countinghouse.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestWindowTest {

  @Test
  @DisplayName("the last request within the limit passes, the next one does not")
  void limit() {
    RequestWindow window = new RequestWindow(Duration.ofSeconds(10), 0);
    window.count(2, 1);
    assertThat(window.count(2, 2).isExceeded()).isFalse();
    Quota third = window.count(2, 3);
    assertThat(third.isExceeded()).isTrue();
    assertThat(third.remaining()).isZero();
    assertThat(third.restSeconds()).isEqualTo(10);
  }

  @Test
  @DisplayName("a window ends at its length, not a millisecond before")
  void end() {
    RequestWindow window = new RequestWindow(Duration.ofSeconds(10), 0);
    window.count(1, 0);
    assertThat(window.count(1, 9_999).isExceeded()).isTrue();
    assertThat(window.count(1, 10_000).used()).isEqualTo(1);
  }
}
