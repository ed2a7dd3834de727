package dev.countinghouse.subscription.closing;

import static dev.countinghouse.contracts.ServiceName.METERING;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.internal.Progress;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppliedEventsTest {

  private static final Map<String, Long> UP_TO_SEVEN = Map.of("metering", 7L);

  @ParameterizedTest(name = "asked for {0}")
  @DisplayName("SUB-1a a closing goes on when every event it counts on is applied")
  @CsvSource({"0", "6", "7"})
  void applied(long asked) {
    Progress progress = new Progress(0, UP_TO_SEVEN, 0);

    assertThatCode(() -> AppliedEvents.require(progress, METERING, asked))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("SUB-1a a closing waits for events that are not applied yet")
  void notYet() {
    Progress progress = new Progress(0, UP_TO_SEVEN, 0);

    assertThatThrownBy(() -> AppliedEvents.require(progress, METERING, 8))
        .hasMessage("prepaid has applied event 7 of metering, not yet 8");
  }

  @ParameterizedTest(name = "skipped {0}")
  @DisplayName("SUB-1a a closing stops at an event that prepaid has skipped, and says which")
  @CsvSource({"1", "6"})
  void skipped(long sequence) {
    Progress progress = new Progress(0, UP_TO_SEVEN, 0, Map.of("metering", sequence));

    assertThatThrownBy(() -> AppliedEvents.require(progress, METERING, 6))
        .hasMessage(
            "prepaid has skipped event %d of metering: an operator must apply or forgive it"
                .formatted(sequence));
  }

  @Test
  @DisplayName("SUB-1a what was skipped after the events that a closing counts on does not stop it")
  void skippedLater() {
    Progress progress = new Progress(0, UP_TO_SEVEN, 0, Map.of("metering", 7L, "messaging", 1L));

    assertThatCode(() -> AppliedEvents.require(progress, METERING, 6)).doesNotThrowAnyException();
  }
}
