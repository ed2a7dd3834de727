package dev.countinghouse.metering.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  @DisplayName("pauses double up to the bound and start again after a success")
  void doubles() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));

    assertThat(Stream.generate(backoff::failed).limit(4).map(Duration::toMillis))
        .containsExactly(100L, 200L, 350L, 350L);

    backoff.succeeded();

    assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(100));
  }
}
