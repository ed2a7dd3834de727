package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.NaiveUsage.Bought;
import dev.countinghouse.prepaid.domain.PlayedUse.LotFigures;
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
  @DisplayName("PRE-1 to PRE-6 random histories agree with the model, half a unit at a time")
  void agreesWithTheModel() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      new History(seed).play();
    }
  }

  /** A few lots with odd M and odd starts, usage by day and late, windows that close in order. */
  private static final class History {

    private final int seed;
    private final Random random;
    private final PrepaidModel model = new PrepaidModel();
    private final List<Bought> bought = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private List<LotAccount> lots = new ArrayList<>();

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
        use(when(day), random.nextInt(80), step);
        agree(step);
      }
    }

    private void buy(int number, LocalDate start) {
      long monthly = 1L + random.nextInt(15);
      lots.add(
          LotAccount.fresh("lot" + number, PurchasedLot.startingOn(start, "mu", monthly, false)));
      bought.add(new Bought(monthly, start));
      model.add(bought.getLast().lot());
    }

    /** Today, late, or on the last valid day of a lot or the day after it. */
    private LocalDate when(LocalDate day) {
      LocalDate end = bought.get(random.nextInt(bought.size())).end();
      boolean near = end.isAfter(day.minusDays(62)) && !end.isAfter(day);
      return switch (random.nextInt(4)) {
        case 0 -> day.minusDays(random.nextInt(62));
        case 1 -> near ? end.minusDays(random.nextInt(2)) : day;
        default -> day;
      };
    }

    private void use(LocalDate when, long halves, int step) {
      Draw draw = Draw.of(lots, when, halves);
      lots = new ArrayList<>(draw.after());
      long postpaid = 0;
      for (long half = 0; half < halves; half++) {
        postpaid += model.draw(when) ? 0 : 1;
      }
      assertThat(draw.postpaidHalves())
          .as("postpaid, seed %d step %d", seed, step)
          .isEqualTo(postpaid);
    }

    private void closeUntil(LocalDate day) {
      for (int place = 0; place < lots.size(); place++) {
        LotAccount lot = lots.get(place);
        List<LotTerm.Window> windows = lot.lot().term().windows();
        for (int month = 0; month < 12; month++) {
          boolean over = !day.isBefore(windows.get(month).to());
          if (over && closed.add(lot.id() + "/" + month)) {
            lot = lot.close(month);
            of(lot).lot().close(month);
          }
        }
        lots.set(place, lot);
      }
    }

    private void agree(int step) {
      for (LotAccount lot : lots) {
        assertThat(LotFigures.of(lot))
            .as("%s, seed %d step %d", lot.id(), seed, step)
            .isEqualTo(of(lot).figures());
      }
    }

    private Bought of(LotAccount lot) {
      return bought.get(Integer.parseInt(lot.id().substring(3)));
    }
  }
}
