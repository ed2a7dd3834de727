package dev.countinghouse.subscription;

import dev.countinghouse.subscription.closing.UsageSource;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The MAU that a test says; the question to metering itself is asked in the acceptance tests. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownMau implements UsageSource {

  private final Map<String, Long> byChannel = new ConcurrentHashMap<>();
  private final Map<String, Integer> outages = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();

  public record Question(String channel, LocalDate on) {}

  public void set(String channel, long mau) {
    byChannel.put(channel, mau);
  }

  /** The next questions for the channel are not answered. */
  public void failNext(String channel, int times) {
    outages.put(channel, times);
  }

  public List<LocalDate> askedFor(String channel) {
    return asked.stream().filter(q -> q.channel().equals(channel)).map(Question::on).toList();
  }

  @Override
  public Uni<Long> mau(String channel, LocalDate on) {
    asked.add(new Question(channel, on));
    if (outages.merge(channel, -1, Integer::sum) >= 0) {
      return Uni.createFrom().failure(new IllegalStateException("metering is down"));
    }
    return Uni.createFrom().item(byChannel.getOrDefault(channel, 0L));
  }

  /** In these tests metering tells nothing. */
  @Override
  public Uni<Long> counted(String channel) {
    return Uni.createFrom().item(0L);
  }
}
