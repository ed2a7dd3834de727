package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Decided;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is stored only upon the account that it was made upon; of a live channel.
 *
 * @param newHolds ids of holds that were taken for new without a look
 */
record GuardedWrite(AccountSnapshot snapshot, Decided decided, List<String> newHolds) {

  GuardedWrite {
    newHolds = List.copyOf(newHolds);
  }

  String channel() {
    return snapshot.channel();
  }

  /** Of several accounts, none twice, in the order of the statement's parameters. */
  static List<@Nullable Object> values(List<GuardedWrite> writes) {
    DecidedColumns columns = new DecidedColumns();
    Column<Long> versions = new Column<>();
    Column<OffsetDateTime> sweeps = new Column<>();
    Column<String> sweepIds = new Column<>();
    Column<String> channels = new Column<>();
    Column<String> holds = new Column<>();
    for (GuardedWrite write : writes) {
      columns.add(write.channel(), write.snapshot.lastEntry(), write.decided);
      versions.add(write.snapshot.version());
      Instant sweep = write.snapshot.sweepToPlan(write.decided);
      sweeps.add(sweep == null ? null : sweep.atOffset(ZoneOffset.UTC));
      sweepIds.add(sweep == null ? null : sweep.toString());
      for (String hold : write.newHolds) {
        channels.add(write.channel());
        holds.add(hold);
      }
    }
    List<@Nullable Object> values = columns.values();
    values.add(versions.longs());
    values.add(sweeps.times());
    values.add(sweepIds.texts());
    values.add(channels.texts());
    values.add(holds.texts());
    return values;
  }
}
