package dev.countinghouse.subscription.testclock.domain;

import static dev.countinghouse.contracts.ServiceName.MESSAGING;
import static dev.countinghouse.contracts.ServiceName.METERING;
import static dev.countinghouse.contracts.ServiceName.PREPAID;
import static dev.countinghouse.contracts.ServiceName.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private final Map<ServiceName, Progress> progress = new EnumMap<>(ServiceName.class);

  SettlementTest() {
    progress.put(SUBSCRIPTION, new Progress(3, Map.of("prepaid", 2L), 0));
    progress.put(METERING, new Progress(0, Map.of("subscription", 3L), 0));
    progress.put(PREPAID, new Progress(2, Map.of("subscription", 3L), 0));
    progress.put(MESSAGING, new Progress(0, Map.of("subscription", 3L), 0));
  }

  @Test
  @DisplayName("TIME-3 at rest: every event is applied wherever it is consumed")
  void settled() {
    assertThat(Settlement.unsettled(progress)).isEmpty();
  }

  @Test
  @DisplayName("TIME-3 not at rest: an event on its way, named")
  void onItsWay() {
    progress.put(MESSAGING, new Progress(1, Map.of("subscription", 3L), 0));

    assertThat(Settlement.unsettled(progress))
        .contains("prepaid has applied 0 of 1 events of messaging");
  }

  @Test
  @DisplayName("TIME-3 not at rest: accepted usage that is not yet counted")
  void pending() {
    progress.put(METERING, new Progress(0, Map.of("subscription", 3L), 7));

    assertThat(Settlement.unsettled(progress)).contains("metering has 7 pieces of work under way");
  }

  @Test
  @DisplayName("nobody waits for events that a service does not consume")
  void notConsumed() {
    progress.put(METERING, new Progress(5, Map.of("subscription", 3L), 0));
    progress.put(PREPAID, new Progress(2, Map.of("subscription", 3L, "metering", 5L), 0));

    assertThat(Settlement.unsettled(progress))
        .contains("subscription has applied 0 of 5 events of metering");
    progress.put(SUBSCRIPTION, new Progress(3, Map.of("prepaid", 2L, "metering", 5L), 0));
    assertThat(Settlement.unsettled(progress)).isEmpty();
  }
}
