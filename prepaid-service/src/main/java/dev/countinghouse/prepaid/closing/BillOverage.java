package dev.countinghouse.prepaid.closing;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.Overage;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.prepaid.usage.KnownBooks;
import dev.countinghouse.prepaid.usage.UnbilledUse;
import dev.countinghouse.prepaid.usage.UnbilledUses;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes lines of what is postpaid of a period, and of what came late for periods before it; each
 * unit is billed once (PRE-9, SUB-1a).
 */
@ApplicationScoped
class BillOverage {

  private static final int TENTHS_A_HALF = 5;

  private final UnbilledUses uses;
  private final KnownBooks books;

  BillOverage(UnbilledUses uses, KnownBooks books) {
    this.uses = uses;
    this.books = books;
  }

  Uni<ClosingAnswer> bill(Transaction transaction, ChannelNow now, UsagePeriod period) {
    return uses.unbilled(transaction, now.channel(), period.start())
        .chain(unbilled -> price(transaction, unbilled))
        .map(postpaid -> inOrder(postpaid, period.start()))
        .call(postpaid -> uses.bill(transaction, now.channel(), uses(postpaid)))
        .map(postpaid -> answer(now, period, postpaid));
  }

  private Uni<List<Postpaid>> price(Transaction transaction, List<UnbilledUse> uses) {
    List<Postpaid> postpaid = new ArrayList<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    for (UnbilledUse use : uses) {
      done =
          done.chain(() -> books.of(transaction, use.period().on()))
              .invoke(book -> add(postpaid, use, book))
              .replaceWithVoid();
    }
    return done.replaceWith(postpaid);
  }

  /** What is only sold prepaid is not sold in arrears (PRE-17). */
  private static void add(List<Postpaid> postpaid, UnbilledUse use, Book book) {
    List<BookItem> items = List.copyOf(book.items().values());
    for (int place = 0; place < items.size(); place++) {
      BookItem item = items.get(place);
      if (item.id().equals(use.item()) && !item.prepaidOnly()) {
        Overage overage = new Overage(item, use.ranges());
        postpaid.add(new Postpaid(use, overage, book.currency(), place));
      }
    }
  }

  /** The period's own first, then the late; in the book's order of items. */
  private static List<Postpaid> inOrder(List<Postpaid> postpaid, Instant start) {
    return postpaid.stream()
        .sorted(
            Comparator.comparing((Postpaid of) -> of.isOf(start) ? 0 : 1)
                .thenComparing(of -> of.use().period().start())
                .thenComparing(Postpaid::place))
        .toList();
  }

  private static List<UnbilledUse> uses(List<Postpaid> postpaid) {
    return postpaid.stream().map(Postpaid::use).toList();
  }

  private static ClosingAnswer answer(ChannelNow now, UsagePeriod period, List<Postpaid> postpaid) {
    return new ClosingAnswer(postpaid.stream().map(of -> line(now, period, of)).toList());
  }

  private static ChargeLine line(ChannelNow now, UsagePeriod period, Postpaid of) {
    String late = of.isOf(period.start()) ? "" : lateFor(now, of.use().period());
    return new ChargeLine(
        of.overage().description() + late,
        of.overage().item().id(),
        Quantities.ofTenths(of.overage().halves() * TENTHS_A_HALF),
        of.overage().amountMinor(of.currency()));
  }

  private static String lateFor(ChannelNow now, UsagePeriod period) {
    return ", late for " + period.firstDay(now.zone()) + " to " + period.lastFullDay(now.zone());
  }

  private record Postpaid(UnbilledUse use, Overage overage, String currency, int place) {
    boolean isOf(Instant start) {
      return use.period().start().equals(start);
    }
  }
}
