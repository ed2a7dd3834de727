package dev.countinghouse.subscription.pricebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.domain.Product;
import dev.countinghouse.subscription.domain.Selection;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedBooksTest {

  @ParameterizedTest(name = "{0}: {1} plans")
  @DisplayName("BOOK-2 the shipped books are price books")
  @CsvSource({
    "mau-2023, 2, true",
    "usage-2024, 3, true",
    "interactions, 2, true",
    "per-user, 2, true",
    "messages-2024, 0, false"
  })
  void areBooks(String name, int plans, boolean forChannels) throws Exception {
    PriceBook book = read(name).book();

    assertThat(book.id()).isEqualTo(name);
    assertThat(book.plans()).hasSize(plans);
    assertThat(book.isForChannels()).isEqualTo(forChannels);
  }

  @Test
  @DisplayName("BOOK-4 mau-2023 with everything above 200,000 MAU is $2,100, whatever the MAU")
  void cap() throws Exception {
    PriceBook book = read("mau-2023").book();
    List<String> addOns = book.addOns().stream().map(Product::id).toList();

    for (long mau : new long[] {200_001, 1_000_000, 50_000_000}) {
      InvoiceDraft draft = InvoiceDraft.monthlyFee(book, new Selection("paid", addOns), mau);
      assertThat(draft.totalMinor()).isEqualTo(210_000);
      assertThat(draft.lines().getLast().amountMinor()).isEqualTo(-31_000);
    }
  }

  @Test
  @DisplayName("TRI-1 TRI-4 mau-2023's trial: 14 days, after the tutorial, 1,000 PU")
  void trial() throws Exception {
    var trial = read("mau-2023").book().trial().orElseThrow();

    assertThat(trial.days()).isEqualTo(14);
    assertThat(trial.requiresTutorial()).isTrue();
    assertThat(trial.grantTenths()).isEqualTo(10_000);
    assertThat(trial.limits()).containsEntry("automatedSends", 100L);
  }

  @Test
  @DisplayName(
      "BOOK-1 the same content in another order, format or with comments has the same hash")
  void hashIsOfTheContent() throws Exception {
    BookDocument yaml = BookDocument.ofYaml("id: x # why\nversion: 1\neffectiveFrom: 2024-01-01\n");
    BookDocument json =
        BookDocument.ofJson("{\"version\":1,\"effectiveFrom\":\"2024-01-01\",\"id\":\"x\"}");

    assertThat(json.hash()).isEqualTo(yaml.hash());
  }

  private static BookDocument read(String name) throws Exception {
    try (InputStream in =
        ShippedBooksTest.class.getResourceAsStream("/price-books/" + name + ".yaml")) {
      return BookDocument.ofYaml(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
    }
  }
}
