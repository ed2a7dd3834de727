package dev.countinghouse.prepaid.usage;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.SmallPages;
import dev.countinghouse.prepaid.domain.UsageHistory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The model of the rules over the real tables; pages so small that every history has several. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(SmallPages.class)
class UsageTablesTest {

  private static final int HISTORIES = 100;

  @Inject UsageTables tables;
  @Inject SeededChannels channels;

  @Test
  @DisplayName(
      "PRE-1 to PRE-9, PRE-16 random histories through the tables agree with a count a unit at a time")
  void agreeWithTheNaiveUsage() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      String channel = channels.sandboxAt(Instant.parse("2000-01-01T00:00:00Z"));
      new UsageHistory(seed, (zone, random) -> new TableUse(tables, channel, zone)).play();
    }
  }
}
