package dev.countinghouse.metering.figure;

import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.counting.CountedUsage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether a figure for people includes everything accepted before they asked. */
@ApplicationScoped
public class CountingState {

  public static final String HEADER = "Countinghouse-Counting";
  static final String BEHIND = "behind";

  private static final Logger LOG = Logger.getLogger(CountingState.class);

  private final CountedUsage counted;
  private final Duration patience;

  public CountingState(CountedUsage counted, UsageConfig config) {
    this.counted = counted;
    this.patience = config.reading().patience();
  }

  /** People get the figure even where nobody can say how far counting is. */
  public Uni<Boolean> isBehind(String channel) {
    return counted
        .awaitCounted(channel, patience)
        .map(left -> left > 0)
        .onFailure()
        .invoke(failure -> LOG.warn("the end of the usage topic is not known", failure))
        .onFailure()
        .recoverWithItem(true);
  }

  /** The figure, marked where it is behind. */
  public static <T> RestResponse<T> answer(T figure, boolean behind) {
    var response = RestResponse.ResponseBuilder.ok(figure);
    return (behind ? response.header(HEADER, BEHIND) : response).build();
  }
}
