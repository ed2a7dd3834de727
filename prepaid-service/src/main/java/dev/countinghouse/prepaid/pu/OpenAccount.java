package dev.countinghouse.prepaid.pu;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes an account's row where there is none. It is a projection (PU-1), so it begins as its
 * journal has it: empty for a channel's first points, and as it was where the row was lost. From
 * zero its next entries would bear the numbers of earlier ones, and its version would come to one
 * that a pod still remembers: hence one above all that the lost row can have had.
 */
@ApplicationScoped
public class OpenAccount {

  private static final String OPEN =
      """
      insert into pu_account (channel_id, posted_tenths, held_tenths, last_entry, version, sweep_due_at, recharge_at_tenths)
      select $1,
        coalesce(sum(case when to_account in ('available', 'held') then tenths else 0 end
          - case when from_account in ('available', 'held') then tenths else 0 end), 0),
        coalesce(sum(case 'held' when to_account then tenths when from_account then -tenths end), 0),
        coalesce(max(entry_no) + 1, 0), coalesce(max(entry_no) + 1, 0) << 20,
        (select min(expires_at) from pu_hold where channel_id = $1 and fate = 'open'),
        (select threshold_tenths from auto_recharge
          where channel_id = $1 and enabled and order_id is null)
      from pu_transfer where channel_id = $1
      on conflict do nothing
      """;

  /** Nothing happens where there is one. */
  public Uni<Void> open(Transaction transaction, String channel) {
    return transaction.update(OPEN, channel).replaceWithVoid();
  }
}
