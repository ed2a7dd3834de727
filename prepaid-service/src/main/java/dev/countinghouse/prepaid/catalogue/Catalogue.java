package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan;

/** What a channel may buy from: its now, what it is on, and its book. */
public record Catalogue(ChannelNow now, ChannelPlan plan, Book book) {

  /** What the channel's plan includes and allows. */
  public BookPlan bookPlan() {
    return book.plans().getOrDefault(plan.plan(), BookPlan.none());
  }
}
