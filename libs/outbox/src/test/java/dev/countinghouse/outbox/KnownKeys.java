package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which keys were introduced, and is out of order for some as often as told. */
@ApplicationScoped
public class KnownKeys implements KeyIntroduction {

  private final Set<String> introduced = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> outages = new ConcurrentHashMap<>();

  @Override
  public Uni<Void> introduce(IncomingEvent event) {
    String key = event.key();
    if (outages.merge(key, -1, Integer::sum) >= 0) {
      return Uni.createFrom().failure(new IOException("connection refused"));
    }
    introduced.add(key);
    return Uni.createFrom().voidItem();
  }

  void breakFor(String key, int times) {
    outages.put(key, times);
  }

  boolean has(String key) {
    return introduced.contains(key);
  }
}
