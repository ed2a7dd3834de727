package dev.countinghouse.outbox;

import dev.countinghouse.contracts.internal.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers the other services how far this one has come. */
@Path("/internal/channels/{c}/progress")
public class ProgressResource {

  private final ProgressTable table;
  private final InboxConfig.Progress limits;

  public ProgressResource(ProgressTable table, InboxConfig config) {
    this.table = table;
    this.limits = config.progress();
  }

  /**
   * Answers at once, or, given a source, when its event {@code atLeast} is applied or {@code
   * waitMillis} have passed, whichever is first.
   *
   * @param waitMillis longer than the configured maximum counts as the maximum
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Progress> progress(
      @PathParam("c") String channel,
      @QueryParam("source") @Nullable String source,
      @QueryParam("atLeast") @DefaultValue("0") long atLeast,
      @QueryParam("waitMillis") @DefaultValue("0") long waitMillis) {
    if (source == null || waitMillis <= 0) {
      return table.read(channel);
    }
    long wait = Math.min(waitMillis, limits.maxWait().toMillis());
    long deadline = System.nanoTime() + Duration.ofMillis(wait).toNanos();
    return look(channel, source, atLeast, deadline);
  }

  private Uni<Progress> look(String channel, String source, long atLeast, long deadline) {
    return table
        .read(channel)
        .chain(
            progress ->
                isEnough(progress, source, atLeast, deadline)
                    ? Uni.createFrom().item(progress)
                    : lookAgain(channel, source, atLeast, deadline));
  }

  private Uni<Progress> lookAgain(String channel, String source, long atLeast, long deadline) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(limits.pollInterval())
        .chain(() -> look(channel, source, atLeast, deadline));
  }

  private static boolean isEnough(Progress progress, String source, long atLeast, long deadline) {
    return progress.consumed().getOrDefault(source, 0L) >= atLeast
        || System.nanoTime() - deadline >= 0;
  }
}
