package dev.countinghouse.prepaid.window;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/** Plans when windows close: one piece of due work a channel and day, whatever the lots. */
@ApplicationScoped
public class ScheduleCloses {

  static final String KIND = "window.close";

  private final DueWork dueWork;

  ScheduleCloses(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  /** Plans the close of a new lot's first window. */
  public Uni<Void> firstOf(Transaction transaction, ChannelNow now, PurchasedLot lot) {
    return on(transaction, now, lot.term().window(0).to());
  }

  /**
   * Plans the closes of windows that end on these days.
   *
   * @param ends first days after the windows
   */
  Uni<Void> on(Transaction transaction, ChannelNow now, Collection<LocalDate> ends) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (LocalDate end : ends) {
      done = done.chain(() -> on(transaction, now, end));
    }
    return done;
  }

  private Uni<Void> on(Transaction transaction, ChannelNow now, LocalDate end) {
    return dueWork.schedule(transaction, now.channel(), KIND, end.toString(), due(now, end));
  }

  private static Instant due(ChannelNow now, LocalDate end) {
    return end.atStartOfDay(now.zone()).toInstant();
  }
}
