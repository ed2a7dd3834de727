package dev.countinghouse.subscription.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.DraftLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What prepaid said is postpaid: kept as JSON, and read as lines of an invoice. */
@ApplicationScoped
class OverageLines {

  private final ObjectMapper json;

  OverageLines(ObjectMapper json) {
    this.json = json;
  }

  String write(ClosingAnswer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("overage can be written as JSON", bug);
    }
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
    try {
      return json.readValue(closing.overage, ClosingAnswer.class);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("stored overage can be read", bug);
    }
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
