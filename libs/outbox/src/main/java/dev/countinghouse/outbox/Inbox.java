package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
  private final EventHandlers handlers;
  private final SkippedEvents skipped;

  public Inbox(
      Transactions transactions,
      @Any Instance<KeyIntroduction> introductions,
      EventHandlers handlers,
      SkippedEvents skipped) {
    this.transactions = transactions;
    this.introductions = introductions;
    this.handlers = handlers;
    this.skipped = skipped;
  }

  /**
   * Applies one event; on a Vert.x context that may carry a session. Failed, it has changed
   * nothing. One that was skipped before, and comes again, is applied then.
   */
  Uni<Receipt> receive(IncomingEvent event) {
    return introduce(event)
        .chain(() -> transactions.run(transaction -> receive(transaction, event)));
  }

  /**
   * Remembers an event without applying it: it went to the dead-letter topic. Whoever waits for it
   * must learn that it was skipped.
   *
   * @param reason why it could not be applied
   */
  Uni<Receipt> skip(IncomingEvent event, String reason) {
    return transactions.run(transaction -> skip(transaction, event, reason));
  }

  private Uni<Void> introduce(IncomingEvent event) {
    Uni<Void> known = Uni.createFrom().voidItem();
    if (!handlers.want(event)) {
      return known;
    }
    for (KeyIntroduction introduction : introductions) {
      known = known.chain(() -> introduction.introduce(event));
    }
    return known;
  }

  private Uni<Receipt> receive(Transaction transaction, IncomingEvent event) {
    return remember(transaction, event)
        .chain(
            before ->
                before == null
                    ? receiveAgain(transaction, event)
                    : handlers.apply(transaction, event).replaceWith(applied(event, before)));
  }

  private Uni<Receipt> receiveAgain(Transaction transaction, IncomingEvent event) {
    return skipped
        .settle(transaction, event)
        .chain(
            wasSkipped ->
                wasSkipped
                    ? handlers.apply(transaction, event).replaceWith(new Receipt.Applied(0))
                    : Uni.createFrom().item(new Receipt.Duplicate()));
  }

  private Uni<Receipt> skip(Transaction transaction, IncomingEvent event, String reason) {
    return remember(transaction, event)
        .chain(
            before ->
                before == null
                    ? Uni.createFrom().item(new Receipt.Duplicate())
                    : skipped.keep(transaction, event, reason).replaceWith(applied(event, before)));
  }

  private static Uni<@Nullable Fields> remember(Transaction transaction, IncomingEvent event) {
    return transaction.selectFirst(REMEMBER, event.key(), event.source(), event.sequence());
  }

  private static Receipt applied(IncomingEvent event, Fields before) {
    return new Receipt.Applied(event.sequence() - before.longValue(0) - 1);
  }
}
