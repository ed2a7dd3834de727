package dev.countinghouse.subscription.notice;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Sends a notice in the transaction of what gave rise to it, once (NOTE-1). */
@ApplicationScoped
public class SendNotice {

  private static final String PREFIX = "ntc";
  private static final String INSERT =
      "insert into notice (channel, id, kind, code, text, cause, created_at)"
          + " values ($1, $2, 'in-app', $3, $4, $5, $6)"
          + " on conflict (channel, kind, code, cause) do nothing";

  /**
   * Sends an in-app notice.
   *
   * @param code what it is about, stable
   * @param cause what gave rise to it; repeated, nothing is sent
   */
  public Uni<Void> inApp(
      Transaction transaction, String channel, String code, String text, String cause, Instant at) {
    return transaction
        .update(INSERT, channel, Ids.create(PREFIX), code, text, cause, at.atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }
}
