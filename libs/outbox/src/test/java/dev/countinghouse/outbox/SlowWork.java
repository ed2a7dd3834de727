package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pending work as told. */
@ApplicationScoped
public class SlowWork implements PendingWork {

  private final Map<String, Long> pieces = new ConcurrentHashMap<>();

  @Override
  public Uni<Long> count(String channel) {
    return Uni.createFrom().item(pieces.getOrDefault(channel, 0L));
  }

  void set(String channel, long count) {
    pieces.put(channel, count);
  }
}
