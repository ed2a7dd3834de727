package dev.countinghouse.messaging.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.messaging.MessagingSettings;
import dev.countinghouse.messaging.domain.RateCard;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rate card of a channel; pins the channel to the newest version when it first asks
 * (BOOK-1).
 */
@ApplicationScoped
public class RateCards {

  private static final String PIN =
      """
      insert into channel_rate_card (channel_id, book, version) values ($1, $2, $3)
      on conflict (channel_id) do nothing
      """;

  private final Transactions transactions;
  private final PriceBookClient books;
  private final MessagingSettings settings;

  /** A published version never changes, and there are few. */
  private final ConcurrentMap<String, RateCard> cards = new ConcurrentHashMap<>();

  RateCards(
      Transactions transactions, @RestClient PriceBookClient books, MessagingSettings settings) {
    this.transactions = transactions;
    this.books = books;
    this.settings = settings;
  }

  /** The card of that channel. Fails when subscription-service cannot be asked. */
  public Uni<RateCard> of(String channel) {
    return transactions
        .run(transaction -> pinned(transaction, channel))
        .chain(pin -> pin == null ? pinNewest(channel) : card(pin.book(), pin.version()));
  }

  private Uni<RateCard> pinNewest(String channel) {
    return books
        .find(settings.priceBook(), null)
        .map(this::remember)
        .call(card -> transactions.run(transaction -> pin(transaction, channel, card)))
        .chain(card -> of(channel));
  }

  private Uni<RateCard> card(String book, int version) {
    RateCard known = cards.get(key(book, version));
    return known == null
        ? books.find(book, version).map(this::remember)
        : Uni.createFrom().item(known);
  }

  private RateCard remember(JsonNode book) {
    RateCard card = RateCardReader.read(book);
    cards.put(key(card.book(), card.version()), card);
    return card;
  }

  private static Uni<@Nullable Pin> pinned(Transaction transaction, String channel) {
    return transaction
        .selectFirst("select book, version from channel_rate_card where channel_id = $1", channel)
        .map(row -> row == null ? null : new Pin(row.string(0), row.intValue(1)));
  }

  private static Uni<Integer> pin(Transaction transaction, String channel, RateCard card) {
    return transaction.update(PIN, channel, card.book(), card.version());
  }

  private static String key(String book, int version) {
    return book + "@" + version;
  }

  private record Pin(String book, int version) {}
}
