package dev.countinghouse.metering.domain;

import static dev.countinghouse.metering.domain.Repeats.Judgement.FIRST;
import static dev.countinghouse.metering.domain.Repeats.Judgement.REPEATED;
import static dev.countinghouse.metering.domain.Repeats.Judgement.REUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.metering.domain.Repeats.Name;
import dev.countinghouse.metering.domain.UsageEvent.UserActive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private static final Instant TIME = Instant.parse("2024-03-01T10:00:00Z");

  private static CountableEvent event(String channel, String source, String id, String user) {
    LocalDate day = LocalDate.of(2024, 3, 1);
    return new CountableEvent(channel, source, id, TIME, day, new UserActive(user));
  }

  @Test
  @DisplayName("MAU-7 the same event is a repeat, whether counted before or seen just now")
  void repeated() {
    CountableEvent counted = event("ch_1", "web", "e1", "u1");
    CountableEvent fresh = event("ch_1", "web", "e2", "u1");
    Repeats repeats =
        new Repeats(
            Map.of(new Name("ch_1", counted.fingerprint().key()), counted.fingerprint().content()));

    assertThat(repeats.judge(counted)).isEqualTo(REPEATED);
    assertThat(repeats.judge(fresh)).isEqualTo(FIRST);
    assertThat(repeats.judge(fresh)).isEqualTo(REPEATED);
  }

  @Test
  @DisplayName("an id that comes again with other content is not a repeat")
  void reused() {
    Repeats repeats = new Repeats(Map.of());

    assertThat(repeats.judge(event("ch_1", "web", "e1", "u1"))).isEqualTo(FIRST);
    assertThat(repeats.judge(event("ch_1", "web", "e1", "u2"))).isEqualTo(REUSED);
  }

  @Test
  @DisplayName("the same id of another source or channel is another event")
  void otherNames() {
    Repeats repeats = new Repeats(Map.of());

    assertThat(repeats.judge(event("ch_1", "web", "e1", "u1"))).isEqualTo(FIRST);
    assertThat(repeats.judge(event("ch_1", "app", "e1", "u1"))).isEqualTo(FIRST);
    assertThat(repeats.judge(event("ch_2", "web", "e1", "u1"))).isEqualTo(FIRST);
    assertThat(repeats.judge(event("ch_1", "we", "be1", "u1"))).isEqualTo(FIRST);
  }
}
