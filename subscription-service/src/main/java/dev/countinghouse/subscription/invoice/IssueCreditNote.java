package dev.countinghouse.subscription.invoice;

import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Gives a credit note the channel's next number and writes it, for good. */
@ApplicationScoped
public class IssueCreditNote {

  /**
   * Writes it.
   *
   * @param channel locked in this transaction
   * @param invoice sequence of the invoice whose lines are taken back
   * @param taken the lines, with what is taken back as positive amounts
   * @param cause what gave rise to it; the database refuses a second one of the same cause
   */
  public Uni<CreditNote> issue(
      Channel channel, long invoice, InvoiceDraft taken, String cause, Instant at) {
    CreditNote note = new CreditNote();
    note.channel = channel.id;
    note.sequence = channel.takeCreditNoteSequence();
    note.invoice = invoice;
    note.cause = cause;
    note.currency = taken.currency();
    note.issuedAt = at;
    note.totalMinor = taken.totalMinor();
    return note.<CreditNote>persist().call(() -> persistLines(lines(note, taken)));
  }

  private static List<CreditNoteLine> lines(CreditNote note, InvoiceDraft taken) {
    return IntStream.range(0, taken.lines().size())
        .mapToObj(position -> CreditNoteLine.of(note, position, taken.lines().get(position)))
        .toList();
  }

  private static Uni<Void> persistLines(List<CreditNoteLine> lines) {
    return Multi.createFrom()
        .iterable(lines)
        .onItem()
        .transformToUniAndConcatenate(line -> line.<CreditNoteLine>persist())
        .onItem()
        .ignoreAsUni();
  }
}
