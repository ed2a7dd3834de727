package dev.countinghouse.prepaid;

import dev.countinghouse.prepaid.pricebook.PriceBooks;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** The default price books, as if subscription-service had told of them. */
@ApplicationScoped
public class SeededBooks {

  private final Transactions transactions;
  private final PriceBooks books;

  SeededBooks(Transactions transactions, PriceBooks books) {
    this.transactions = transactions;
    this.books = books;
  }

  void seed(@Observes StartupEvent event) {
    keep("mau-2023");
    keep("usage-2024");
    keep("interactions");
  }

  private void keep(String id) {
    transactions
        .run(transaction -> books.keep(transaction, id, 1, text(id)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  /** The JSON of a default book. */
  public static String text(String id) {
    String path = "/price-books/" + id + ".json";
    try (InputStream in = Objects.requireNonNull(SeededBooks.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
