package dev.countinghouse.subscription.pricebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.transaction.PgTransactions;
import dev.countinghouse.transaction.Transaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Publishes the default books at the first start (BOOK-2). A shipped file that differs from what is
 * published under its id and version stops the program: it needs a new version.
 */
@ApplicationScoped
class ShippedBooks {

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final PriceBookSettings settings;
  private final PublishPriceBook publish;
  private final ChannelClock clock;
  private final Pool pool;

  ShippedBooks(
      PriceBookSettings settings, PublishPriceBook publish, ChannelClock clock, Pool pool) {
    this.settings = settings;
    this.publish = publish;
    this.clock = clock;
    this.pool = pool;
  }

  /** On the pool itself: at the start there is no event loop context for a session. */
  void load(@Observes StartupEvent event) {
    List<BookDocument> documents = settings.shipped().stream().map(ShippedBooks::document).toList();
    new PgTransactions(pool)
        .run(transaction -> publish(transaction, documents))
        .await()
        .atMost(AT_MOST);
  }

  private Uni<Void> publish(Transaction transaction, List<BookDocument> documents) {
    return Multi.createFrom()
        .iterable(documents)
        .onItem()
        .transformToUniAndConcatenate(document -> publish(transaction, document))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> publish(Transaction transaction, BookDocument document) {
    return publish
        .publish(transaction, document, clock.systemNow())
        .invoke(result -> check(result, document))
        .replaceWithVoid();
  }

  private static void check(PublishPriceBook.Result result, BookDocument document) {
    switch (result) {
      case PublishPriceBook.Result.Published published -> {}
      case PublishPriceBook.Result.OtherContent other ->
          throw refused(document, "is published with other content; raise its version");
      case PublishPriceBook.Result.Invalid invalid ->
          throw refused(document, invalid.field() + ": expected " + invalid.expected());
    }
  }

  private static IllegalStateException refused(BookDocument document, String why) {
    return new IllegalStateException(
        "price book %s version %d %s"
            .formatted(document.book().id(), document.book().version(), why));
  }

  private static BookDocument document(String name) {
    String file = "price-books/" + name + ".yaml";
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no shipped " + file);
      }
      return BookDocument.ofYaml(new String(in.readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InvalidBook invalid) {
      throw new IllegalStateException("shipped " + file + " is not a price book", invalid);
    }
  }
}
