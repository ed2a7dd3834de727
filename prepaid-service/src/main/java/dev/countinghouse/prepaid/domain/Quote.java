package dev.countinghouse.prepaid.domain;

import java.util.ArrayList;
import java.util.List;

/** What an order costs, or what is wrong with it (PRE-8, PRE-10, PRE-18). */
public sealed interface Quote {

  /**
   * Every line is in order; a purchase charges exactly this.
   *
   * @param lines in the order's order
   */
  record Priced(List<QuotedLine> lines) implements Quote {
    public Priced {
      lines = List.copyOf(lines);
    }

    public long monthlyMinor() {
      return lines.stream().mapToLong(QuotedLine::monthlyMinor).reduce(0, Math::addExact);
    }

    public long termMinor() {
      return lines.stream().mapToLong(QuotedLine::termMinor).reduce(0, Math::addExact);
    }
  }

  /** Some lines are not in order, so none of the order is (PRE-18). */
  record Faulty(List<LineFault> faults) implements Quote {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Prices an order by a book. */
  static Quote of(Book book, List<OrderLine> order) {
    List<QuotedLine> priced = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (int line = 0; line < order.size(); line++) {
      switch (PurchaseLimits.check(book, line, order.get(line))) {
        case PurchaseLimits.Within within -> priced.add(within.line());
        case PurchaseLimits.Outside outside -> faults.add(outside.fault());
      }
    }
    return faults.isEmpty() ? new Priced(priced) : new Faulty(faults);
  }
}
