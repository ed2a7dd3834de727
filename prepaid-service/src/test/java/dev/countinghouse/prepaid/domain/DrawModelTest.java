package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrawModelTest {

  private static final int HISTORIES = 2_000;

  @Test
  @DisplayName("PRE-1 to PRE-6 random histories agree with a count half a unit at a time")
  void agreesWithTheNaiveLots() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      new History(seed).play();
    }
  }

  /** A few lots with odd M and odd starts, usage by day and late, windows that close in order. */
  private static final class History {

    private final int seed;
    private final Random random;
    private final NaiveLots model = new NaiveLots();
    private final Set<String> closed = new HashSet<>();
    private List<LotAccount> lots = new ArrayList<>();
    private long postpaid;

    History(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60));
      for (int lot = 0; lot < 1 + random.nextInt(3); lot++) {
        buy(lot, day.plusDays(random.nextInt(200)));
      }
      for (int step = 0; step < 30; step++) {
        day = day.plusDays(random.nextInt(35));
        closeUntil(day);
        LocalDate when = random.nextInt(4) == 0 ? day.minusDays(random.nextInt(62)) : day;
        use(when, random.nextInt(80));
        agree(step);
      }
    }

    private void buy(int number, LocalDate start) {
      long monthly = 1L + random.nextInt(15);
      lots.add(
          LotAccount.fresh("lot" + number, PurchasedLot.startingOn(start, "mu", monthly, false)));
      model.buy(monthly, start);
    }

    private void use(LocalDate when, long halves) {
      Draw draw = Draw.of(lots, when, halves);
      postpaid += draw.postpaidHalves();
      lots = new ArrayList<>(draw.after());
      model.use(when, halves);
    }

    private void closeUntil(LocalDate day) {
      for (int place = 0; place < lots.size(); place++) {
        LotAccount lot = lots.get(place);
        List<LotTerm.Window> windows = lot.lot().term().windows();
        for (int month = 0; month < 12; month++) {
          boolean over = !day.isBefore(windows.get(month).to());
          if (over && closed.add(lot.id() + "/" + month)) {
            lot = lot.close(month);
            model.close(number(lot), month);
          }
        }
        lots.set(place, lot);
      }
    }

    private void agree(int step) {
      assertThat(postpaid).as("postpaid, seed %d step %d", seed, step).isEqualTo(model.postpaid);
      for (LotAccount lot : lots) {
        NaiveLots.Lot naive = model.lots.get(number(lot));
        assertThat(lot.leftHalves())
            .as("left of %s, seed %d step %d", lot.id(), seed, step)
            .isEqualTo(naive.pool)
            .isNotNegative();
        assertThat(lot.windows().stream().mapToLong(WindowUse::usedHalves).toArray())
            .as("used by month of %s, seed %d step %d", lot.id(), seed, step)
            .isEqualTo(naive.used);
      }
    }

    private static int number(LotAccount lot) {
      return Integer.parseInt(lot.id().substring(3));
    }
  }
}
