package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.plan.FindPlan;
import dev.countinghouse.prepaid.pricebook.PriceBooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * An item of the price books that the channel is on or has been on, by its id; outside a
 * transaction. A lot outlives the book it was bought by.
 */
@ApplicationScoped
public class FindItem {

  private final FindPlan plans;
  private final PriceBooks books;
  private final KnownBooks known;

  FindItem(FindPlan plans, PriceBooks books, KnownBooks known) {
    this.plans = plans;
    this.books = books;
    this.known = known;
  }

  /**
   * The item as the present book has it, or else as one of before had it; one that none of them has
   * is a problem {@code prepaid.unknown-item}.
   */
  public Uni<BookItem> find(ChannelNow now, String item) {
    return plans.find(now).chain(plan -> find(now.channel(), plan, item));
  }

  private Uni<BookItem> find(String channel, ChannelPlan plan, String item) {
    return books
        .find(plan.book(), plan.bookVersion())
        .chain(book -> find(channel, book, item))
        .onItem()
        .ifNull()
        .failWith(() -> unknown(plan));
  }

  private Uni<@Nullable BookItem> find(String channel, Book present, String item) {
    BookItem found = present.items().get(item);
    return found == null ? known.item(channel, item) : Uni.createFrom().item(found);
  }

  private static ProblemException unknown(ChannelPlan plan) {
    return new ProblemException(
        Problem.of(422, "prepaid.unknown-item", "The price book has no such item.")
            .blaming("item", "an item of the price book " + plan.book()));
  }
}
