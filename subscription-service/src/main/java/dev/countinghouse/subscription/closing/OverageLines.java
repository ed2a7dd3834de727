package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.subscription.content.StoredContent;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.DraftLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What prepaid said is postpaid: kept as JSON, and read as lines of an invoice. */
@ApplicationScoped
class OverageLines {

  private final StoredContent contents;

  OverageLines(StoredContent contents) {
    this.contents = contents;
  }

  String write(ClosingAnswer answer) {
    return contents.write(answer);
  }

  /** The lines, in arrears of the period that ends; none where none ends. */
  List<DraftLine> of(Closing closing) {
    return closing
        .closed()
        .map(closed -> read(closing).lines().stream().map(l -> line(l, closed.period())).toList())
        .orElse(List.of());
  }

  private ClosingAnswer read(Closing closing) {
    if (closing.overage == null) {
      throw new IllegalStateException("the closing of " + closing.id + " has no overage yet");
    }
    return contents.read(closing.overage, ClosingAnswer.class);
  }

  private static DraftLine line(ChargeLine line, BillingPeriod closed) {
    return new DraftLine(
        line.description(),
        line.item(),
        line.quantity(),
        Optional.empty(),
        line.amountMinor(),
        Optional.of(closed));
  }
}
