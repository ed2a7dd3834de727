package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.outbox.OutboxTable.Claim;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayPaceTest {

  private static final Claim NOTHING = new Claim(List.of(), "", true);
  private static final Claim ALL = new Claim(List.of("a", "b"), "b", true);
  private static final Claim SOME = new Claim(List.of("a", "b"), "b", false);
  private static final OptionalLong AT_ONCE = OptionalLong.of(0);
  private static final OptionalLong LINGERING = OptionalLong.of(5);

  private final RelayPace pace =
      new RelayPace(
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)),
          Duration.ofMillis(100),
          Duration.ofMillis(5));

  @Test
  @DisplayName("a relay that is woken for nothing rests after one pass")
  void nothing() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();

    // When
    OptionalLong next = round(NOTHING, 0);

    // Then
    assertThat(next).isEmpty();
    assertThat(pace.isLooking()).isFalse();
  }

  @Test
  @DisplayName("after the last row a relay lingers, looks often, and then rests")
  void lingers() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();
    assertThat(round(ALL, 2)).isEqualTo(AT_ONCE);

    // When / Then
    for (int pass = 1; pass <= 20; pass++) {
      assertThat(pace.isLooking()).isEqualTo(pass <= 11);
      assertThat(round(NOTHING, 0)).isEqualTo(LINGERING);
    }
    assertThat(round(NOTHING, 0)).isEmpty();
  }

  @Test
  @DisplayName("a relay goes on behind the last key it claimed and starts again at the end")
  void position() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();

    // When / Then
    assertThat(pace.position()).isEmpty();
    assertThat(round(SOME, 2)).isEqualTo(AT_ONCE);
    assertThat(pace.position()).isEqualTo("b");
    assertThat(round(NOTHING, 0)).isEqualTo(AT_ONCE);
    assertThat(pace.position()).isEmpty();
  }

  @Test
  @DisplayName("a wake during the last look is not lost")
  void wokenMeanwhile() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();
    assertThat(pace.beginRound()).isTrue();

    // When
    assertThat(pace.startsOnWake()).isFalse();

    // Then
    assertThat(pace.succeeded(NOTHING, 0)).isEqualTo(LINGERING);
    assertThat(round(NOTHING, 0)).isEmpty();
  }

  @Test
  @DisplayName("failures in a row wait longer each time, and are forgotten when Kafka takes all")
  void failures() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();

    // When / Then
    assertThat(pace.beginRound()).isTrue();
    assertThat(pace.failed().getAsLong()).isBetween(50L, 100L);
    assertThat(pace.isLooking()).isFalse();
    assertThat(pace.beginRound()).isTrue();
    assertThat(pace.failed().getAsLong()).isBetween(100L, 200L);
    pace.notPublished();
    assertThat(round(ALL, 0).getAsLong()).isBetween(200L, 400L);
    pace.published();
    assertThat(round(ALL, 2)).isEqualTo(AT_ONCE);
  }

  @Test
  @DisplayName("a relay that failed rests when another has moved the rows")
  void movedByAnother() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();
    pace.notPublished();

    // When
    OptionalLong next = round(NOTHING, 0);

    // Then
    assertThat(next).isEmpty();
  }

  @Test
  @DisplayName("stopping waits for the round under way and starts no other")
  void stop() {
    // Given
    assertThat(pace.startsOnWake()).isTrue();
    assertThat(pace.beginRound()).isTrue();

    // When
    var stopped = pace.stop().subscribeAsCompletionStage();

    // Then
    assertThat(stopped).isNotDone();
    assertThat(pace.succeeded(ALL, 2)).isEmpty();
    assertThat(stopped).isDone();
    assertThat(pace.beginRound()).isFalse();
    assertThat(pace.startsOnWake()).isFalse();
  }

  private OptionalLong round(Claim claim, int relayed) {
    assertThat(pace.beginRound()).isTrue();
    return pace.succeeded(claim, relayed);
  }
}
