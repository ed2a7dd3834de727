package dev.countinghouse.gateway.directory;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import dev.countinghouse.gateway.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** API keys by their hash, unknown ones too, so that a wrong key does not cost a call each time. */
@ApplicationScoped
public class ApiKeyDirectory {

  private static final Logger LOG = Logger.getLogger(ApiKeyDirectory.class);

  private final KeptAnswers<String, Optional<ApiKeyView>> keys;
  private final Refusal unavailable;

  ApiKeyDirectory(SubscriptionQuestions subscription, GatewaySettings settings) {
    GatewaySettings.ApiKeys kept = settings.apiKeys();
    this.keys = new KeptAnswers<>(kept.fresh(), kept.stale(), kept.entries(), subscription::apiKey);
    this.unavailable =
        Refusal.upstreamUnavailable(ServiceName.SUBSCRIPTION, settings.breaker().delay());
  }

  /**
   * The key with that hash, empty when there is none; refused when subscription cannot be asked.
   *
   * @param hash SHA-256 in lower-case hex
   */
  public Uni<Verdict<Optional<ApiKeyView>>> find(String hash) {
    return keys.get(hash)
        .map(Verdict::passed)
        .onFailure(UpstreamFailure.class)
        .recoverWithItem(this::refused);
  }

  private Verdict<Optional<ApiKeyView>> refused(Throwable failure) {
    LOG.warnf("API keys cannot be asked of subscription: %s", failure.getMessage());
    return Verdict.refused(unavailable);
  }
}
