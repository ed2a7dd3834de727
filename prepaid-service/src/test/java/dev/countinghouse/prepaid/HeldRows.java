package dev.countinghouse.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** Transactions of a test that hold a row until the test lets it go, and who waits behind them. */
@ApplicationScoped
public class HeldRows {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private static final String WAITING =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and wait_event_type = 'Lock'";

  private final Transactions transactions;

  HeldRows(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A row that is held, or will be as soon as it is this transaction's turn. */
  public static final class Held {

    private final CompletableFuture<String> gate = new CompletableFuture<>();
    private final CompletableFuture<String> begun = new CompletableFuture<>();
    private final CompletableFuture<String> ended;

    private Held(Transactions transactions, String sql, String channel) {
      ended =
          transactions
              .run(
                  tx ->
                      tx.select(sql, channel)
                          .invoke(() -> begun.complete("begun"))
                          .chain(() -> Uni.createFrom().completionStage(gate)))
              .subscribeAsCompletionStage();
    }

    /** Done as soon as the row is held. */
    public CompletableFuture<String> begun() {
      return begun;
    }

    /** Waits until the row is held. */
    public Held await() {
      assertThat(begun).succeedsWithin(BOUND);
      return this;
    }

    /** Lets it go. */
    public void release() {
      gate.complete("released");
      assertThat(ended).succeedsWithin(BOUND);
    }
  }

  /** Holds a channel's plan; whoever orders for the channel waits. */
  public Held plan(String channel) {
    return held("select channel_id from channel_plan where channel_id = $1 for update", channel);
  }

  /** Holds a channel's lots. */
  public Held lots(String channel) {
    return held("select lot_id from lot where channel_id = $1 for update", channel);
  }

  /** Holds a channel's outbox; whoever tells of something waits. */
  public Held outbox(String channel) {
    return held("select key from outbox_key where key = $1 for update", channel);
  }

  /** Waits until so many transactions wait for a lock. */
  public void awaitWaiting(int count) {
    Awaitility.await().atMost(BOUND).until(() -> waiting() == count);
  }

  private Held held(String sql, String channel) {
    return new Held(transactions, sql, channel);
  }

  private long waiting() {
    return transactions.single(WAITING).await().atMost(BOUND).get(0).longValue(0);
  }
}
