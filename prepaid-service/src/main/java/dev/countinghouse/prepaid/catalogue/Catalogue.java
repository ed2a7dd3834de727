package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan;

/** What a channel may buy from: its now, what it is on, and its book. */
public record Catalogue(ChannelNow now, ChannelPlan plan, Book book) {

  /**
   * Whether it is the catalogue of a plan that was read later.
   *
   * @throws CatalogueChanged when the channel has come to another book meanwhile
   */
  public void mustBeOf(ChannelPlan later) {
    if (!later.book().equals(plan.book()) || later.bookVersion() != plan.bookVersion()) {
      throw new CatalogueChanged(now.channel());
    }
  }

  /** What the channel's plan includes and allows. */
  public BookPlan bookPlan() {
    return book.plans().getOrDefault(plan.plan(), BookPlan.none());
  }
}
