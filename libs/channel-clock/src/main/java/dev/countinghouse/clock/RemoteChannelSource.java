package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks subscription-service; that it is away stays visible as the failure that it is. */
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
        .recoverWithNull();
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == NOT_FOUND;
  }
}
