package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.plan.FindPlan;
import dev.countinghouse.prepaid.pricebook.PriceBooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An item of the channel's price book, by its id; outside a transaction. */
@ApplicationScoped
public class FindItem {

  private final FindPlan plans;
  private final PriceBooks books;

  FindItem(FindPlan plans, PriceBooks books) {
    this.plans = plans;
    this.books = books;
  }

  /** The item; one that the book does not sell is a problem {@code prepaid.unknown-item}. */
  public Uni<BookItem> find(ChannelNow now, String item) {
    return plans.find(now).chain(plan -> find(plan, item));
  }

  private Uni<BookItem> find(ChannelPlan plan, String item) {
    return books
        .find(plan.book(), plan.bookVersion())
        .map(book -> book.items().get(item))
        .onItem()
        .ifNull()
        .failWith(() -> unknown(plan));
  }

  private static ProblemException unknown(ChannelPlan plan) {
    return new ProblemException(
        Problem.of(422, "prepaid.unknown-item", "The price book sells no such item prepaid.")
            .blaming("item", "an item of the price book " + plan.book()));
  }
}
