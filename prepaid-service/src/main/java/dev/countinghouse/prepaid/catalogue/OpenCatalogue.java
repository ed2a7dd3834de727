package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.plan.FindPlan;
import dev.countinghouse.prepaid.pricebook.PriceBooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Finds what a channel may buy from; outside a transaction, for it may ask subscription-service.
 */
@ApplicationScoped
public class OpenCatalogue {

  private static final int MOST_RETRIES = 2;

  private final ChannelClock clock;
  private final FindPlan plans;
  private final PriceBooks books;

  OpenCatalogue(ChannelClock clock, FindPlan plans, PriceBooks books) {
    this.clock = clock;
    this.plans = plans;
    this.books = books;
  }

  /**
   * Does {@code work} with the catalogue, and again with the new one when the channel comes to
   * another book meanwhile.
   *
   * @param work opens its own transactions; what it did in the one that failed is undone
   */
  public <T> Uni<T> with(String channel, Function<Catalogue, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> open(channel).chain(catalogue -> work.apply(catalogue)))
        .onFailure(CatalogueChanged.class)
        .retry()
        .atMost(MOST_RETRIES);
  }

  /** What it may buy from now. */
  public Uni<Catalogue> open(String channel) {
    return clock.now(channel).chain(this::openAt);
  }

  private Uni<Catalogue> openAt(ChannelNow now) {
    return plans.find(now).chain(plan -> withBook(now, plan));
  }

  private Uni<Catalogue> withBook(ChannelNow now, ChannelPlan plan) {
    return books.find(plan.book(), plan.bookVersion()).map(book -> new Catalogue(now, plan, book));
  }
}
