package dev.countinghouse.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.metering.domain.UsageEvent.MarketingSent;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import dev.countinghouse.metering.domain.UsageEvent.WorkflowAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeteredUsageTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  private static CountableEvent event(String channel, String id, Instant at, UsageEvent said) {
    LocalDate day = at.isBefore(NOON) ? DAY : DAY.plusDays(1);
    return new CountableEvent(channel, "tests", id, at, day, said);
  }

  @Test
  @DisplayName("MAU-7 what happened at one instant is one count, channels and meters stay apart")
  void grouped() {
    List<CountableEvent> events =
        List.of(
            event("ch_a", "1", NOON, new WorkflowAction("w1")),
            event("ch_b", "2", NOON, new WorkflowAction("w1")),
            event("ch_a", "3", NOON.minusMillis(1), new WorkflowAction("w2")),
            event("ch_a", "4", NOON, new WorkflowAction("w2")),
            event("ch_a", "5", NOON, new MarketingSent("r")),
            event("ch_a", "6", NOON, new UserActive("u")));

    assertThat(MeteredUsage.of(events))
        .containsExactly(
            new MeteredUsage(
                "ch_a",
                Meter.WORKFLOW_ACTIONS,
                new TreeMap<>(Map.of(NOON.minusMillis(1), 1L, NOON, 2L)),
                new TreeMap<>(Map.of(DAY, 1L, DAY.plusDays(1), 2L))),
            new MeteredUsage(
                "ch_b",
                Meter.WORKFLOW_ACTIONS,
                new TreeMap<>(Map.of(NOON, 1L)),
                new TreeMap<>(Map.of(DAY.plusDays(1), 1L))),
            new MeteredUsage(
                "ch_a",
                Meter.MARKETING_MESSAGES,
                new TreeMap<>(Map.of(NOON, 1L)),
                new TreeMap<>(Map.of(DAY.plusDays(1), 1L))));
  }

  @Test
  @DisplayName("events that no meter counts add nothing")
  void none() {
    assertThat(MeteredUsage.of(List.of(event("ch_a", "1", NOON, new UserActive("u"))))).isEmpty();
  }
}
