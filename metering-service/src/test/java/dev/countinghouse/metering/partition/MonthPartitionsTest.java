package dev.countinghouse.metering.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class MonthPartitionsTest {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final String LYING_IN =
      "select tableoid::regclass::text from user_activity where channel_id = $1 order by day";

  @Inject MonthPartitions partitions;
  @Inject House house;

  private void insert(String channel, String... days) {
    for (String day : days) {
      house.sql("insert into user_activity values ($1, $2, 1)", channel, LocalDate.parse(day));
    }
  }

  @Test
  @DisplayName("there is always a partition for any day")
  void anyDay() {
    insert("ch_any", "1999-12-31", "2099-01-01");

    assertThat(house.texts(LYING_IN, "ch_any"))
        .containsExactly("user_activity_other", "user_activity_other");
  }

  @Test
  @DisplayName("a month that gets its own partition takes its rows along, and only them")
  void moves() {
    insert("ch_moves", "2031-01-31", "2031-02-01", "2031-02-28", "2031-03-01");

    boolean made = ensure(LocalDate.of(2031, 2, 10));

    assertThat(made).isTrue();
    assertThat(house.texts(LYING_IN, "ch_moves"))
        .containsExactly(
            "user_activity_other",
            "user_activity_2031_02",
            "user_activity_2031_02",
            "user_activity_other");
    assertThat(ensure(LocalDate.of(2031, 2, 1))).isFalse();
  }

  private boolean ensure(LocalDate month) {
    return partitions.ensure("user_activity", month).await().atMost(BOUND);
  }

  @Test
  @DisplayName("any number of pods may make the same months at once")
  void concurrently() {
    List<Uni<Boolean>> pods =
        IntStream.range(0, 6)
            .mapToObj(pod -> partitions.ensure("usage_event", LocalDate.of(2032, 5, 1)))
            .toList();

    List<Boolean> made = Uni.join().all(pods).andFailFast().await().atMost(BOUND);

    assertThat(made).containsOnlyOnce(true);
  }

  @Test
  @DisplayName("the months around now have partitions of their own")
  void aroundNow() {
    partitions.ensure().await().atMost(BOUND);
    LocalDate today = LocalDate.ofInstant(house.now(), java.time.ZoneOffset.UTC);

    insert("ch_now", today.toString());

    assertThat(house.texts(LYING_IN, "ch_now")).noneMatch(name -> name.endsWith("_other"));
  }
}
