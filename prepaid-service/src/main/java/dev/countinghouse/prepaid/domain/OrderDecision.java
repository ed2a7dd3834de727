package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.LineFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an order may be bought, or reserved (PRE-10 to PRE-13, PRE-18). */
public sealed interface OrderDecision {

  /** When it is bought. */
  enum Terms {
    /** Now, and at the prices of now. */
    AT_ONCE,
    /** On the next billing date, at the prices of then. */
    RESERVED
  }

  /**
   * Every line may be.
   *
   * @param lines as the book prices them
   */
  record Accepted(List<QuotedLine> lines) implements OrderDecision {
    public Accepted {
      lines = List.copyOf(lines);
    }
  }

  /** Some lines may not be, so none of the order is (PRE-18). */
  record Refused(List<LineFault> faults) implements OrderDecision {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Decides.
   *
   * @param bought monthly quantities by item: active lots, and other orders that are open
   */
  static OrderDecision decide(
      Terms terms, ChannelPlan plan, Book book, Map<String, Long> bought, List<OrderLine> order) {
    return switch (Quote.of(book, order)) {
      case Quote.Faulty faulty -> new Refused(faulty.faults());
      case Quote.Priced priced -> decide(terms, plan, book, bought, priced);
    };
  }

  /**
   * Decides on less, or as much, of what was accepted before: only the limits of a line can be
   * against it, however the channel stands by now (PRE-10, PRE-13).
   */
  static OrderDecision decideLess(Book book, OrderLine line) {
    return switch (Quote.of(book, List.of(line))) {
      case Quote.Faulty faulty -> new Refused(faulty.faults());
      case Quote.Priced priced -> new Accepted(priced.lines());
    };
  }

  /** Whether the channel's standing lets it buy the item on these terms (PRE-12). */
  static boolean allows(Terms terms, ChannelPlan plan, BookItem item) {
    return refusal(terms, plan.standing(), item.windowed()) == null;
  }

  private static OrderDecision decide(
      Terms terms, ChannelPlan plan, Book book, Map<String, Long> bought, Quote.Priced priced) {
    List<LineFault> faults = withoutStanding(terms, plan.standing(), priced.lines());
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    BookPlan bookPlan = book.plans().getOrDefault(plan.plan(), BookPlan.none());
    Optional<LineFault> exceeded = PlanLimit.exceeded(bookPlan, bought, priced.lines());
    return exceeded.isPresent()
        ? new Refused(List.of(exceeded.get()))
        : new Accepted(priced.lines());
  }

  private static List<LineFault> withoutStanding(
      Terms terms, Standing standing, List<QuotedLine> lines) {
    List<LineFault> faults = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      Code code = refusal(terms, standing, lines.get(line).item().windowed());
      if (code != null) {
        faults.add(new LineFault(line, code, "item", expected(code)));
      }
    }
    return faults;
  }

  /** PRE-12. PU are bought at once in any standing, and so they are not reserved. */
  private static @Nullable Code refusal(Terms terms, Standing standing, boolean windowed) {
    if (!windowed) {
      return terms == Terms.RESERVED ? Code.NOT_RESERVABLE : null;
    }
    return switch (standing) {
      case FREE -> Code.PLAN_FREE;
      case TRIAL -> terms == Terms.AT_ONCE ? Code.ON_TRIAL : null;
      case PAID -> null;
    };
  }

  private static String expected(Code code) {
    return code == Code.NOT_RESERVABLE ? "an item with monthly windows" : "pu";
  }
}
