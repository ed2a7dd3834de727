package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerCommand.AddLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.ExpireDue;
import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.RefundLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.ReleaseHold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerModelTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final int HISTORIES = 5_000;
  private static final int STEPS = 40;

  @Test
  @DisplayName("PU-1 PU-2 PU-3 PU-4 random histories agree with a count tenth by tenth")
  void agreesWithTheNaiveLedger() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      new History(seed).play();
    }
  }

  @Test
  @DisplayName("PU-4 deciding many commands at once is deciding them one after another")
  void manyAtOnceIsOneByOne() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<LedgerCommand> commands = new History(seed).commands();
      Replay oneByOne = new Replay();
      List<LedgerOutcome> apart = commands.stream().map(oneByOne::decide).toList();
      Replay together = new Replay();

      List<LedgerOutcome> outcomes = together.decide(commands).outcomes();

      assertThat(outcomes).as("seed %d", seed).isEqualTo(apart);
      assertThat(together.journal()).as("seed %d", seed).isEqualTo(oneByOne.journal());
      assertThat(together.balances()).as("seed %d", seed).isEqualTo(oneByOne.balances());
    }
  }

  /** A random account with a few lots, a few ids used again and again, and time that jumps. */
  private static final class History {

    private final int seed;
    private final Random random;
    private final Replay account = new Replay();
    private final NaiveLedger model = new NaiveLedger();
    private Instant now = START;
    private int lots;

    History(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        LedgerCommand command = next();
        boolean expected = tell(command);
        assertThat(succeeded(account.decide(command)))
            .as("seed %d step %d: %s", seed, step, command)
            .isEqualTo(expected);
        agree(step);
      }
    }

    List<LedgerCommand> commands() {
      List<LedgerCommand> commands = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        commands.add(next());
      }
      return commands;
    }

    private LedgerCommand next() {
      now = now.plus(Duration.ofHours(random.nextInt(4) == 0 ? random.nextInt(100) : 0));
      String id = "hold" + random.nextInt(8);
      return switch (random.nextInt(8)) {
        case 0 -> lot();
        case 1, 2, 3 -> new PlaceHold(id, amountOf(id), "sms", now);
        case 4 -> new CaptureHold(id, 1 + random.nextInt(40), now);
        case 5 -> new ReleaseHold(id, now);
        case 6 -> new RefundLot("lot" + random.nextInt(lots + 1), now);
        default -> new ExpireDue(now);
      };
    }

    /** The same for an id every time, so that repeats have the same content. */
    private static long amountOf(String id) {
      return 1L + Math.floorMod(id.hashCode() * 31, 40);
    }

    private AddLot lot() {
      PointLot.Kind kind = PointLot.Kind.values()[random.nextInt(2)];
      Instant expiresAt = now.plus(Duration.ofHours(random.nextInt(400)));
      return new AddLot("lot" + lots++, kind, 1 + random.nextInt(60), expiresAt, now);
    }

    private boolean tell(LedgerCommand command) {
      return switch (command) {
        case AddLot add -> {
          model.add(add.lot(), add.kind(), add.tenths(), add.expiresAt());
          model.pass(add.at());
          yield true;
        }
        case PlaceHold place -> model.hold(place.id(), place.tenths(), place.at());
        case CaptureHold capture -> model.capture(capture.id(), capture.tenths(), capture.at());
        case ReleaseHold release -> model.release(release.id(), release.at());
        case RefundLot refund -> model.refund(refund.lot(), refund.at());
        case LedgerCommand.EndLot ignored -> throw new IllegalStateException("not played");
        case LedgerCommand.RestoreLot ignored -> throw new IllegalStateException("not played");
        case ExpireDue due -> {
          model.pass(due.at());
          yield true;
        }
      };
    }

    private static boolean succeeded(LedgerOutcome outcome) {
      return outcome instanceof LedgerOutcome.Done
          || outcome instanceof LedgerOutcome.Held
          || outcome instanceof LedgerOutcome.Settled;
    }

    private void agree(int step) {
      Balances balances = account.balances();
      assertThat(balances.availableTenths())
          .as("available, seed %d step %d", seed, step)
          .isEqualTo(model.count("available"))
          .isNotNegative()
          .isEqualTo(account.journalled(Account.AVAILABLE));
      assertThat(balances.heldTenths())
          .as("held, seed %d step %d", seed, step)
          .isEqualTo(model.held())
          .isEqualTo(account.journalled(Account.HELD));
      assertThat(account.journalled(Account.CONSUMED))
          .as("consumed, seed %d step %d", seed, step)
          .isEqualTo(model.count("consumed"));
      assertThat(account.journalled(Account.EXPIRED))
          .as("expired, seed %d step %d", seed, step)
          .isEqualTo(model.count("expired"));
      assertThat(account.journalled(Account.REFUNDED))
          .as("refunded, seed %d step %d", seed, step)
          .isEqualTo(model.count("refunded"));
      sumsToZero(step);
    }

    private void sumsToZero(int step) {
      long sum = 0;
      for (Account of : Account.values()) {
        sum += account.journalled(of);
      }
      assertThat(sum).as("the journal's sum, seed %d step %d", seed, step).isZero();
    }
  }
}
