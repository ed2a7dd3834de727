package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.LineFault.Code;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderDecisionTest {

  private static final Book BOOK = TestBooks.withDiscount("0");

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @DisplayName("PRE-12 Free: nothing but PU; trial: PU at once, all else reserved; paid: all")
  @CsvSource({
    "FREE, AT_ONCE, mu, PLAN_FREE",
    "FREE, RESERVED, mu, PLAN_FREE",
    "FREE, AT_ONCE, pu,",
    "TRIAL, AT_ONCE, mu, ON_TRIAL",
    "TRIAL, RESERVED, mu,",
    "TRIAL, AT_ONCE, pu,",
    "TRIAL, RESERVED, pu, NOT_RESERVABLE",
    "PAID, AT_ONCE, mu,",
    "PAID, RESERVED, mu,",
    "PAID, AT_ONCE, pu,",
    "PAID, RESERVED, pu, NOT_RESERVABLE"
  })
  void standings(Standing standing, Terms terms, String item, @Nullable Code refusal) {
    OrderDecision decision = decide(standing, terms, Map.of(), line(item, 100));

    if (refusal == null) {
      assertThat(decision).isInstanceOf(OrderDecision.Accepted.class);
    } else {
      assertThat(codes(decision)).containsExactly(refusal);
    }
  }

  @Test
  @DisplayName("PRE-18 PU and another item on trial: all or none, and the other line is to blame")
  void mixedOnTrial() {
    OrderDecision decision =
        decide(Standing.TRIAL, Terms.AT_ONCE, Map.of(), line("pu", 100), line("mu", 100));

    assertThat(((OrderDecision.Refused) decision).faults())
        .extracting(LineFault::line, LineFault::code)
        .containsExactly(tuple(1, Code.ON_TRIAL));
  }

  @ParameterizedTest(name = "{0} more with {1} bought: {2}")
  @DisplayName("PRE-11 included + active lots + new ≤ the plan's limit")
  @CsvSource({"2000, 0, true", "2001, 0, false", "500, 1500, true", "501, 1500, false"})
  void planLimit(long quantity, long bought, boolean accepted) {
    OrderDecision decision =
        decide(Standing.PAID, Terms.AT_ONCE, Map.of("mu", bought), line("mu", quantity));

    assertThat(decision instanceof OrderDecision.Accepted).isEqualTo(accepted);
  }

  @Test
  @DisplayName("PRE-8 what is accepted costs exactly its quote")
  void pricedAsQuoted() {
    OrderLine line = line("workflow-action", 5000);

    OrderDecision decision = decide(Standing.PAID, Terms.AT_ONCE, Map.of(), line);

    Quote.Priced quote = (Quote.Priced) Quote.of(BOOK, List.of(line));
    assertThat(((OrderDecision.Accepted) decision).lines()).isEqualTo(quote.lines());
  }

  private static OrderDecision decide(
      Standing standing, Terms terms, Map<String, Long> bought, OrderLine... lines) {
    ChannelPlan plan =
        new ChannelPlan(standing, "early-stage", "test", 1, Instant.EPOCH, Instant.EPOCH);
    return OrderDecision.decide(terms, plan, BOOK, bought, List.of(lines));
  }

  private static List<Code> codes(OrderDecision decision) {
    return ((OrderDecision.Refused) decision).faults().stream().map(LineFault::code).toList();
  }

  private static OrderLine line(String item, long quantity) {
    return new OrderLine(item, BigDecimal.valueOf(quantity));
  }
}
