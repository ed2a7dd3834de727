package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes one row for each event it applies, and fails when told to, after it has written. */
@ApplicationScoped
public class EffectHandler implements InboxHandler {

  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  @Override
  public Set<String> types() {
    return Set.of(Happening.TYPE, Happening.POISON);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    Happening happening = event.as(Happening.class);
    int attempt = attempts.merge(event.id(), 1, Integer::sum);
    return transaction
        .update(
            "insert into effect (key, source, sequence) values ($1, $2, $3)",
            event.key(),
            event.source(),
            event.sequence())
        .invoke(() -> failIfTold(event, happening, attempt))
        .replaceWithVoid();
  }

  int attempts(String id) {
    return attempts.getOrDefault(id, 0);
  }

  private static void failIfTold(IncomingEvent event, Happening happening, int attempt) {
    if (event.type().equals(Happening.POISON)) {
      throw new PermanentFailure("no account can take it");
    }
    if (attempt <= happening.failures()) {
      throw new IllegalStateException("attempt " + attempt + " fails");
    }
  }
}
