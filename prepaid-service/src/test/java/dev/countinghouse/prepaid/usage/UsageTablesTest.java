package dev.countinghouse.prepaid.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.SmallPages;
import dev.countinghouse.prepaid.domain.Situation;
import dev.countinghouse.prepaid.domain.UsageHistory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The model of the rules over the real tables; pages so small that every history has several. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(SmallPages.class)
class UsageTablesTest {

  private static final int HISTORIES = 80;

  @Inject UsageTables tables;
  @Inject SeededChannels channels;

  @Test
  @DisplayName(
      "PRE-1 to PRE-9, PRE-16 random histories through the tables agree with the model, half of"
          + " them beyond the ends of lots")
  void agreeWithTheModel() {
    Set<Situation> met = EnumSet.noneOf(Situation.class);
    for (int seed = 0; seed < HISTORIES; seed++) {
      String channel = channels.sandboxAt(Instant.parse("2000-01-01T00:00:00Z"));
      met.addAll(
          new UsageHistory(seed, (zone, random) -> new TableUse(tables, channel, zone)).play());
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(met))).as("situations that none met").isEmpty();
  }
}
