package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class JournalTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");

  @Inject Transactions transactions;
  @Inject DecideOnAccount account;
  @Inject RebuildBalances rebuild;
  @Inject SeededChannels channels;

  @Test
  @DisplayName("PU-1 balances rebuilt from the journal equal the stored ones, to the tenth")
  void rebuiltEqualsStored() {
    for (int seed = 0; seed < 10; seed++) {
      String channel = channels.sandboxAt(START);
      play(channel, new Random(seed));

      RebuildBalances.Rebuilt rebuilt = await(rebuild.compare(channel));

      assertThat(rebuilt.isEqual()).as("seed %d: %s", seed, rebuilt).isTrue();
      assertThat(rebuilt.stored().postedTenths()).isPositive();
    }
  }

  @Test
  @DisplayName("PU-4 what was stored answers as what was decided in memory: repeats are the same")
  void storedHoldsAnswerTheSame() {
    String channel = channels.sandboxAt(START);
    List<LedgerCommand> commands =
        List.of(
            grant("trial", 1_000),
            new LedgerCommand.PlaceHold("taken", 145, "sms", START),
            new LedgerCommand.PlaceHold("refused", 9_999, "sms", START),
            new LedgerCommand.CaptureHold("taken", 100, START));
    List<LedgerOutcome> first = decide(channel, commands);

    List<LedgerOutcome> again = decide(channel, commands);

    assertThat(again.subList(2, 4)).isEqualTo(first.subList(2, 4));
    assertThat(again.get(1)).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(await(rebuild.compare(channel)).stored().postedTenths()).isEqualTo(900);
  }

  @Test
  @DisplayName(
      "PU-1 every movement sums to zero: the database holds transfers, and none of nothing")
  void lopsidedMovementIsRefused() {
    String channel = channels.sandboxAt(START);

    assertThatThrownBy(() -> sql(transfer(channel, "granted", "available", 0)))
        .hasMessageContaining("something_moves");
    assertThatThrownBy(() -> sql(transfer(channel, "granted", "available", -10)))
        .hasMessageContaining("something_moves");
    assertThatThrownBy(() -> sql(transfer(channel, "available", "available", 10)))
        .hasMessageContaining("something_moves");
  }

  @Test
  @DisplayName("PU-1 the journal is immutable: the database refuses to change or delete an entry")
  void journalIsImmutable() {
    String channel = channels.sandboxAt(START);
    decide(channel, List.of(grant("trial", 1_000)));
    String ofChannel = " where channel_id = '" + channel + "'";

    assertThatThrownBy(() -> sql("update pu_transfer set tenths = 1" + ofChannel))
        .hasMessageContaining("the journal is immutable");
    assertThatThrownBy(() -> sql("delete from pu_transfer" + ofChannel))
        .hasMessageContaining("the journal is immutable");
  }

  @Test
  @DisplayName("PU-3 available is never negative: the database refuses an account below zero")
  void availableIsNeverNegative() {
    String channel = channels.sandboxAt(START);
    decide(channel, List.of(grant("trial", 1_000)));

    assertThatThrownBy(
            () ->
                sql(
                    "update pu_account set held_tenths = 1001 where channel_id = '"
                        + channel
                        + "'"))
        .hasMessageContaining("available_is_not_negative");
  }

  private void play(String channel, Random random) {
    decide(channel, List.of(grant("first", 5_000), grant("second", 7_000)));
    for (int round = 0; round < 10; round++) {
      List<LedgerCommand> commands = new ArrayList<>();
      for (int command = 0; command < 50; command++) {
        commands.add(randomCommand(random));
      }
      decide(channel, commands);
    }
  }

  private static LedgerCommand randomCommand(Random random) {
    String id = "hold " + random.nextInt(300) + " \"{,}\\";
    return switch (random.nextInt(4)) {
      case 0 -> new LedgerCommand.CaptureHold(id, 1L + random.nextInt(60), START);
      case 1 -> new LedgerCommand.ReleaseHold(id, START);
      default -> new LedgerCommand.PlaceHold(id, 50, "sms", START);
    };
  }

  private static LedgerCommand grant(String lot, long tenths) {
    Instant end = START.plus(Duration.ofDays(14));
    return new LedgerCommand.AddLot(lot, PointLot.Kind.PURCHASED, tenths, end, START);
  }

  private static String transfer(String channel, String from, String to, long tenths) {
    return "insert into pu_transfer (channel_id, entry_no, movement_no, kind, from_account, to_account, lot, tenths, reference, at)"
        + " values ('%s', 1, 1, 'grant', '%s', '%s', 'x', %d, 'x', now())"
            .formatted(channel, from, to, tenths);
  }

  private List<LedgerOutcome> decide(String channel, List<LedgerCommand> commands) {
    return await(transactions.run(transaction -> account.decide(transaction, channel, commands)));
  }

  private void sql(String statement) {
    await(transactions.run(transaction -> transaction.update(statement)).replaceWith("done"));
  }

  private static <T extends @Nullable Object> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
