package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoryTest {

  @Test
  @DisplayName(
      "TRI-1 TRI-2 TRI-4 TRI-5 MAU-6 MAU-7 MSG-1 MSG-6 PRE-13 TIME-3 SYS-3 the story holds")
  void holds() {
    Bill bill = UndisturbedStory.bill();

    List<Bill.Row> first =
        bill.rows().stream().filter(r -> r.number().equals(number(bill))).toList();
    assertThat(first).extracting(Bill.Row::amount).containsExactly("144.00 USD", "96.00 USD");
    assertThat(first).extracting(Bill.Row::total).containsOnly("240.00 USD");
    assertThat(bill.rows()).extracting(Bill.Row::status).containsOnly("paid");
  }

  private static String number(Bill bill) {
    return bill.rows().get(0).number();
  }
}
