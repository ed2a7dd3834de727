package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.AccountState;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a decision must know of an account. */
@ApplicationScoped
public class LoadAccount {

  static final String LOTS =
      "select "
          + LedgerRows.LOT_COLUMNS
          + " from pu_lot where channel_id = $1 and not spent"
          + " union select "
          + LedgerRows.LOT_COLUMNS
          + " from pu_lot where channel_id = $1 and lot = any($2)";

  static final String HOLDS =
      "select "
          + LedgerRows.HOLD_COLUMNS
          + " from pu_hold where channel_id = $1 and hold_id = any($2) union (select "
          + LedgerRows.HOLD_COLUMNS
          + " from pu_hold where channel_id = $1 and fate = 'open' and expires_at <= $3"
          + " order by expires_at limit $4)";

  private final PrepaidLimits limits;

  LoadAccount(PrepaidLimits limits) {
    this.limits = limits;
  }

  /** What {@code commands} need, and what is due by {@code now}. */
  Uni<AccountState> load(
      Transaction transaction, String channel, List<LedgerCommand> commands, Instant now) {
    String[] lotIds = named(commands, LoadAccount::lotNamed);
    String[] holdIds = holdsNamed(commands);
    return transaction
        .select(LOTS, channel, lotIds)
        .chain(lots -> withHolds(transaction, channel, lots, holdIds, now));
  }

  private Uni<AccountState> withHolds(
      Transaction transaction, String channel, List<Fields> lots, String[] holdIds, Instant now) {
    return transaction
        .select(HOLDS, channel, holdIds, now.atOffset(ZoneOffset.UTC), limits.sweepBatch())
        .map(holds -> state(lots, holds));
  }

  private static AccountState state(List<Fields> lots, List<Fields> holds) {
    List<PointLot> pointLots = lots.stream().map(LedgerRows::lot).toList();
    List<Hold> known = holds.stream().map(LedgerRows::hold).toList();
    return new AccountState(pointLots, known);
  }

  /** The ids of the holds that {@code commands} are about. */
  static String[] holdsNamed(List<LedgerCommand> commands) {
    return named(commands, LoadAccount::holdNamed);
  }

  private static String[] named(
      List<LedgerCommand> commands, Function<LedgerCommand, Stream<String>> name) {
    return commands.stream().flatMap(name).toArray(String[]::new);
  }

  private static Stream<String> lotNamed(LedgerCommand command) {
    return switch (command) {
      case LedgerCommand.AddLot add -> Stream.of(add.lot());
      case LedgerCommand.EndLot end -> Stream.of(end.lot());
      case LedgerCommand.RefundLot refund -> Stream.of(refund.lot());
      case LedgerCommand.RestoreLot restore -> Stream.of(restore.lot());
      case LedgerCommand.PlaceHold ignored -> Stream.empty();
      case LedgerCommand.CaptureHold ignored -> Stream.empty();
      case LedgerCommand.ReleaseHold ignored -> Stream.empty();
      case LedgerCommand.ExpireDue ignored -> Stream.empty();
    };
  }

  private static Stream<String> holdNamed(LedgerCommand command) {
    return switch (command) {
      case LedgerCommand.PlaceHold place -> Stream.of(place.id());
      case LedgerCommand.CaptureHold capture -> Stream.of(capture.id());
      case LedgerCommand.ReleaseHold release -> Stream.of(release.id());
      case LedgerCommand.AddLot ignored -> Stream.empty();
      case LedgerCommand.EndLot ignored -> Stream.empty();
      case LedgerCommand.RefundLot ignored -> Stream.empty();
      case LedgerCommand.RestoreLot ignored -> Stream.empty();
      case LedgerCommand.ExpireDue ignored -> Stream.empty();
    };
  }
}
