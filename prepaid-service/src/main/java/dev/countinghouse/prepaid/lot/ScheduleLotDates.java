package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Makes the dates of a lot due work, at the first instant of the day in the channel's zone. */
@ApplicationScoped
public class ScheduleLotDates {

  /** The day after the last valid day: a lot that renews is bought again (PRE-14). */
  public static final String ANNIVERSARY = "lot.anniversary";

  /** {@link #NOTICE_DAYS} valid days are left (NOTE-3). */
  public static final String EXPIRING = "lot.expiring";

  /** How many days before its end a lot's owner is told. */
  static final int NOTICE_DAYS = 30;

  private final DueWork dueWork;

  ScheduleLotDates(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  Uni<Void> anniversary(Transaction transaction, ChannelNow now, String lot, LotTerm term) {
    return schedule(transaction, now, ANNIVERSARY, lot, term.anniversary());
  }

  Uni<Void> expiring(Transaction transaction, ChannelNow now, String lot, LotTerm term) {
    LocalDate day = term.anniversary().minusDays(NOTICE_DAYS);
    return schedule(transaction, now, EXPIRING, lot, day);
  }

  /** Takes the dates of a lot that was paid back off the list. */
  public Uni<Void> withdraw(Transaction transaction, String channel, String lot) {
    return dueWork
        .withdraw(transaction, channel, EXPIRING, lot)
        .chain(() -> dueWork.withdraw(transaction, channel, ANNIVERSARY, lot));
  }

  private Uni<Void> schedule(
      Transaction transaction, ChannelNow now, String kind, String lot, LocalDate day) {
    return dueWork.schedule(
        transaction, now.channel(), kind, lot, day.atStartOfDay(now.zone()).toInstant());
  }
}
