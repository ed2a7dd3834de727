package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.domain.TrialDecision.Candidate;
import dev.countinghouse.subscription.domain.TrialDecision.Refused;
import dev.countinghouse.subscription.domain.TrialDecision.Started;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrialDecisionTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");
  private static final Candidate READY = new Candidate(true, false, SEOUL);
  private static final Selection PAID = new Selection("paid", List.of("operation"));

  @Test
  @DisplayName("TRI-1 TRI-4 starts for 14 days and grants 1,000 PU")
  void starts() {
    TrialDecision decision = TrialDecision.decide(READY, Books.mau(), PAID, NOW);

    TrialPeriod period = new TrialPeriod(NOW, Instant.parse("2024-03-05T01:00:00Z"));
    assertThat(decision).isEqualTo(new Started(period, 10_000));
  }

  @Test
  @DisplayName("TRI-2 refused before the tutorial is complete")
  void needsTheTutorial() {
    Candidate fresh = new Candidate(false, false, SEOUL);

    assertThat(TrialDecision.decide(fresh, Books.mau(), PAID, NOW))
        .isEqualTo(new Refused(new TrialRefusal.TutorialIncomplete()));
  }

  @Test
  @DisplayName("TRI-2 once per channel, ever")
  void onceEver() {
    Candidate used = new Candidate(true, true, SEOUL);

    assertThat(TrialDecision.decide(used, Books.mau(), PAID, NOW))
        .isEqualTo(new Refused(new TrialRefusal.AlreadyUsed()));
  }

  @Test
  @DisplayName("TRI-3 a plan or an add-on that the book does not have is refused by name")
  void unknownSelection() {
    assertThat(decide(new Selection("gold", List.of())))
        .isEqualTo(new Refused(new TrialRefusal.UnknownPlan("gold")));
    assertThat(decide(new Selection("free", List.of())))
        .isEqualTo(new Refused(new TrialRefusal.UnknownPlan("free")));
    assertThat(decide(new Selection("paid", List.of("operation", "gold"))))
        .isEqualTo(new Refused(new TrialRefusal.UnknownAddOn("gold")));
  }

  @Test
  @DisplayName(
      "MAU-6 a plan whose fee depends on another meter cannot be tried: it could not be billed")
  void onlyWhatIsBilledInAdvance() {
    assertThat(decide(new Selection("per-agent", List.of())))
        .isEqualTo(new Refused(new TrialRefusal.NotInTrial("per-agent", "active-agents")));
  }

  @Test
  @DisplayName("TRI-1 a book without a trial offers none")
  void notOffered() {
    assertThat(TrialDecision.decide(READY, Books.withoutTrial(), PAID, NOW))
        .isEqualTo(new Refused(new TrialRefusal.NotOffered("mau")));
  }

  private static TrialDecision decide(Selection wanted) {
    return TrialDecision.decide(READY, Books.mau(), wanted, NOW);
  }
}
