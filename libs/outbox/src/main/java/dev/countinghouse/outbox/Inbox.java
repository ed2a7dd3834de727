package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies an event and remembers its sequence, in one transaction. */
@ApplicationScoped
public class Inbox {

  /**
   * The row's lock makes two pods that got the same event wait for each other; the second finds its
   * sequence taken and touches no row.
   */
  private static final String REMEMBER =
      """
      insert into inbox as i (key, source, last_sequence) values ($1, $2, $3)
      on conflict (key, source) do update set last_sequence = excluded.last_sequence
      where i.last_sequence < excluded.last_sequence
      returning coalesce(old.last_sequence, 0)
      """;

  private final Transactions transactions;
  private final Instance<KeyIntroduction> introductions;
  private final Map<String, List<InboxHandler>> handlers;

  public Inbox(
      Transactions transactions,
      @Any Instance<KeyIntroduction> introductions,
      @All List<InboxHandler> handlers) {
    this.transactions = transactions;
    this.introductions = introductions;
    this.handlers = byType(handlers);
  }

  /**
   * Applies one event; on a Vert.x context that may carry a session. Failed, it has changed
   * nothing.
   */
  Uni<Receipt> receive(IncomingEvent event) {
    List<InboxHandler> wanting = handlers.getOrDefault(event.type(), List.of());
    return introduce(event.key(), wanting)
        .chain(() -> transactions.run(transaction -> apply(transaction, event, wanting)));
  }

  /** Remembers an event without applying it: it went to the dead-letter topic. */
  Uni<Receipt> skip(IncomingEvent event) {
    return transactions.run(transaction -> apply(transaction, event, List.of()));
  }

  private Uni<Void> introduce(String key, List<InboxHandler> wanting) {
    Uni<Void> known = Uni.createFrom().voidItem();
    if (wanting.isEmpty()) {
      return known;
    }
    for (KeyIntroduction introduction : introductions) {
      known = known.chain(() -> introduction.introduce(key));
    }
    return known;
  }

  private static Uni<Receipt> apply(
      Transaction transaction, IncomingEvent event, List<InboxHandler> wanting) {
    return transaction
        .selectFirst(REMEMBER, event.key(), event.source(), event.sequence())
        .chain(
            before ->
                before == null
                    ? Uni.createFrom().item(new Receipt.Duplicate())
                    : handle(transaction, event, wanting).replaceWith(applied(event, before)));
  }

  private static Uni<Void> handle(
      Transaction transaction, IncomingEvent event, List<InboxHandler> wanting) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (InboxHandler handler : wanting) {
      done = done.chain(() -> handler.handle(transaction, event));
    }
    return done;
  }

  private static Receipt applied(IncomingEvent event, @Nullable Fields before) {
    long last = before == null ? 0 : before.longValue(0);
    return new Receipt.Applied(event.sequence() - last - 1);
  }

  private static Map<String, List<InboxHandler>> byType(List<InboxHandler> handlers) {
    Map<String, List<InboxHandler>> byType = new HashMap<>();
    for (InboxHandler handler : handlers) {
      for (String type : handler.types()) {
        byType.merge(type, List.of(handler), Inbox::joined);
      }
    }
    return byType;
  }

  private static List<InboxHandler> joined(List<InboxHandler> some, List<InboxHandler> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }
}
