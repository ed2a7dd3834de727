package dev.countinghouse.gateway.directory;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.gateway.upstream.CircuitBreakers;
import dev.countinghouse.gateway.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The questions to subscription, behind the breaker that also guards the public calls to it. */
@ApplicationScoped
class SubscriptionQuestions {

  private final SubscriptionDirectory subscription;
  private final CircuitBreakers breakers;

  SubscriptionQuestions(@RestClient SubscriptionDirectory subscription, CircuitBreakers breakers) {
    this.subscription = subscription;
    this.breakers = breakers;
  }

  /** The channels of a subject; fails with an {@link UpstreamFailure}. */
  Uni<List<Membership>> memberships(String subject) {
    return guarded(subscription.memberships(subject));
  }

  /** The key with that hash, empty when there is none; fails with an {@link UpstreamFailure}. */
  Uni<Optional<ApiKeyView>> apiKey(String hash) {
    return guarded(
        subscription
            .apiKey(hash)
            .map(Optional::of)
            .onFailure(SubscriptionQuestions::isNotFound)
            .recoverWithItem(Optional.empty()));
  }

  private <T> Uni<T> guarded(Uni<T> question) {
    return breakers.guard(
        ServiceName.SUBSCRIPTION,
        question.onFailure().transform(SubscriptionQuestions::unavailable));
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof WebApplicationException answered
        && answered.getResponse().getStatus() == 404;
  }

  private static Throwable unavailable(Throwable failure) {
    return new UpstreamFailure(UpstreamFailure.Kind.UNAVAILABLE, failure);
  }
}
