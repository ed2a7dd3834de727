package dev.countinghouse.gateway.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.domain.RequestWindow;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import dev.countinghouse.gateway.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What subjects are on which channels. */
@ApplicationScoped
public class MembershipDirectory {

  private static final Logger LOG = Logger.getLogger(MembershipDirectory.class);

  private final KeptAnswers<String, List<Membership>> memberships;
  private final Cache<String, RequestWindow> askedAgain;
  private final GatewaySettings.Remembered settings;
  private final Refusal unavailable;

  MembershipDirectory(SubscriptionQuestions subscription, GatewaySettings settings) {
    this.settings = settings.memberships();
    this.memberships =
        new KeptAnswers<>(
            this.settings.fresh(),
            this.settings.stale(),
            this.settings.entries(),
            subscription::memberships);
    this.askedAgain =
        Caffeine.newBuilder()
            .expireAfterAccess(this.settings.asksAgainWindow())
            .maximumSize(this.settings.entries())
            .build();
    this.unavailable =
        Refusal.upstreamUnavailable(ServiceName.SUBSCRIPTION, settings.breaker().delay());
  }

  /** The subject's memberships, perhaps a few seconds old. */
  public Uni<Verdict<List<Membership>>> of(String subject) {
    return verdict(memberships.get(subject));
  }

  /**
   * The subject's memberships of now: for a channel that was made a moment ago. A subject that asks
   * for strange channels all the time is given the kept answer instead.
   */
  public Uni<Verdict<List<Membership>>> ofNow(String subject) {
    return mayAskAgain(subject) ? verdict(memberships.getAnew(subject)) : of(subject);
  }

  private boolean mayAskAgain(String subject) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    RequestWindow window =
        askedAgain.get(subject, key -> new RequestWindow(settings.asksAgainWindow(), now));
    return !window.count(settings.asksAgain(), now).isExceeded();
  }

  private Uni<Verdict<List<Membership>>> verdict(Uni<List<Membership>> answer) {
    return answer
        .map(Verdict::passed)
        .onFailure(UpstreamFailure.class)
        .recoverWithItem(this::refused);
  }

  private Verdict<List<Membership>> refused(Throwable failure) {
    LOG.warnf("memberships cannot be asked of subscription: %s", failure.getMessage());
    return Verdict.refused(unavailable);
  }
}
