package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.LineFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an order may be reserved, or carried out on its billing date (PRE-10 to PRE-13). */
public sealed interface ReservationDecision {

  /**
   * Every line may be.
   *
   * @param lines as they would be charged by the book the decision was made with
   */
  record Accepted(List<QuotedLine> lines) implements ReservationDecision {
    public Accepted {
      lines = List.copyOf(lines);
    }

    /** What the order costs. */
    public long termMinor() {
      return new Quote.Priced(lines).termMinor();
    }
  }

  /** PRE-12: the channel is on Free. */
  record OnFree() implements ReservationDecision {}

  /** Some lines are not in order, so none of the order is (PRE-18). */
  record Faulty(List<LineFault> faults) implements ReservationDecision {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Decides.
   *
   * @param bought monthly quantities by item of active lots and other open reservations
   */
  static ReservationDecision decide(
      ChannelPlan plan, Book book, Map<String, Long> bought, List<OrderLine> order) {
    if (!plan.allowsReservations()) {
      return new OnFree();
    }
    return switch (Quote.of(book, order)) {
      case Quote.Faulty faulty -> new Faulty(faulty.faults());
      case Quote.Priced priced -> decide(plan, book, bought, priced);
    };
  }

  private static ReservationDecision decide(
      ChannelPlan plan, Book book, Map<String, Long> bought, Quote.Priced priced) {
    List<LineFault> faults = notReservable(priced.lines());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    BookPlan bookPlan = book.plans().getOrDefault(plan.plan(), BookPlan.none());
    Optional<LineFault> exceeded = PlanLimit.exceeded(bookPlan, bought, priced.lines());
    return exceeded.isPresent()
        ? new Faulty(List.of(exceeded.get()))
        : new Accepted(priced.lines());
  }

  /** What has no windows is bought at once (PRE-12). */
  private static List<LineFault> notReservable(List<QuotedLine> lines) {
    List<LineFault> faults = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).item().windowed()) {
        faults.add(
            new LineFault(line, Code.NOT_RESERVABLE, "item", "an item with monthly windows"));
      }
    }
    return faults;
  }
}
