package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks subscription-service. */
@ApplicationScoped
@DefaultBean
class RemoteChannelSource implements ChannelSource {

  private static final int NOT_FOUND = 404;

  private final SubscriptionChannels subscription;

  RemoteChannelSource(@RestClient SubscriptionChannels subscription) {
    this.subscription = subscription;
  }

  @Override
  public Uni<@Nullable ChannelView> find(String channel) {
    if (!Ids.isId(Ids.CHANNEL, channel)) {
      return Uni.createFrom().nullItem();
    }
    return subscription
        .channel(channel)
        .onFailure(RemoteChannelSource::isNotFound)
        .recoverWithNull()
        .onFailure()
        .transform(RemoteChannelSource::unavailable);
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == NOT_FOUND;
  }

  private static Throwable unavailable(Throwable cause) {
    Problem problem =
        Problem.of(503, "service.unavailable", "subscription-service cannot be asked now.");
    ProblemException exception = new ProblemException(problem);
    exception.addSuppressed(cause);
    return exception;
  }
}
