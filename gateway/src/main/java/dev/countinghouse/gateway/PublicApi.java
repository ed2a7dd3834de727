package dev.countinghouse.gateway;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.gateway.access.Access;
import dev.countinghouse.gateway.authentication.Authentication;
import dev.countinghouse.gateway.domain.AccessDecision;
import dev.countinghouse.gateway.domain.Identity;
import dev.countinghouse.gateway.domain.Quota;
import dev.countinghouse.gateway.limit.RateLimiter;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Refusals;
import dev.countinghouse.gateway.refusal.Verdict;
import dev.countinghouse.gateway.upstream.Forwarder;
import dev.countinghouse.gateway.upstream.RequestBody;
import dev.countinghouse.gateway.web.RequestStamp;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every call below {@code /v1}, step by step; the package says which. */
@ApplicationScoped
public class PublicApi {

  private static final Logger LOG = Logger.getLogger(PublicApi.class);

  private final Authentication authentication;
  private final Access access;
  private final RateLimiter limiter;
  private final Forwarder forwarder;
  private final Refusals refusals;
  private final GatewaySettings.Body limits;

  PublicApi(
      Authentication authentication,
      Access access,
      RateLimiter limiter,
      Forwarder forwarder,
      Refusals refusals,
      GatewaySettings settings) {
    this.authentication = authentication;
    this.access = access;
    this.limiter = limiter;
    this.forwarder = forwarder;
    this.refusals = refusals;
    this.limits = settings.body();
  }

  void register(@Observes Router router) {
    router.route("/v1").handler(this::handle);
    router.route("/v1/*").handler(this::handle);
  }

  private void handle(RoutingContext http) {
    // Nothing of the body may get lost while the caller is being proven.
    http.request().pause();
    String method = http.request().method().name();
    // The path that the services route by too: no spelling is checked here and served as another.
    switch (Routes.match(method.equals("HEAD") ? "GET" : method, http.normalizedPath())) {
      case RouteMatch.Unknown unknown -> refusals.write(http, Refusal.pathUnknown());
      case RouteMatch.OtherMethods other ->
          refusals.write(http, Refusal.methodNotAllowed(other.allowed()));
      case RouteMatch.Found call -> serve(http, call);
    }
  }

  private void serve(RoutingContext http, RouteMatch.Found call) {
    Context context = Vertx.currentContext();
    // Metrics and traces name the route, not the channel in it.
    context.putLocal("UrlPathTemplate", call.route().path());
    RequestBody.announced(http.request(), bodyLimit(call.route()))
        .then(within -> authentication.prove(http))
        .flatMap(proof -> proof.then(identity -> admit(http, call, identity)))
        .emitOn(task -> context.runOnContext(run -> task.run()))
        .flatMap(admission -> admission.then(caller -> forward(http, call, caller)))
        .subscribe()
        .with(verdict -> end(http, verdict), failure -> fail(http, failure));
  }

  private Uni<Verdict<Caller>> admit(RoutingContext http, RouteMatch.Found call, Identity asking) {
    return access
        .decide(call, asking)
        .flatMap(answer -> answer.then(decision -> limited(http, call, asking, decision)));
  }

  private Uni<Verdict<Caller>> limited(
      RoutingContext http, RouteMatch.Found call, Identity asking, AccessDecision decision) {
    String channel =
        decision instanceof AccessDecision.ChannelHidden
            ? RateLimiter.NO_CHANNEL
            : call.channel().orElse(RateLimiter.NO_CHANNEL);
    return limiter
        .count(asking.fingerprint(), channel)
        .map(quota -> within(http.response(), quota, decision));
  }

  private static Verdict<Caller> within(
      HttpServerResponse response, Optional<Quota> counted, AccessDecision decision) {
    counted.ifPresent(quota -> tell(response, quota));
    if (counted.isPresent() && counted.get().isExceeded()) {
      return Verdict.refused(Refusal.rateLimited(counted.get()));
    }
    return switch (decision) {
      case AccessDecision.Admitted admitted -> Verdict.passed(admitted.caller());
      case AccessDecision.ChannelHidden hidden -> Verdict.refused(Refusal.channelNotFound());
      case AccessDecision.RoleForbids forbids -> Verdict.refused(Refusal.forbidden());
    };
  }

  private static void tell(HttpServerResponse response, Quota quota) {
    response
        .putHeader("RateLimit-Limit", Long.toString(quota.limit()))
        .putHeader("RateLimit-Remaining", Long.toString(quota.remaining()))
        .putHeader("RateLimit-Reset", Long.toString(quota.restSeconds()));
  }

  private Uni<Verdict<Verdict.Done>> forward(
      RoutingContext http, RouteMatch.Found call, Caller caller) {
    return forwarder.forward(
        http.request(),
        call.route().service(),
        caller,
        RequestStamp.idOf(http),
        bodyLimit(call.route()));
  }

  private void end(RoutingContext http, Verdict<Verdict.Done> verdict) {
    if (verdict instanceof Verdict.Refused<Verdict.Done>(var refusal)) {
      refusals.write(http, refusal);
    }
  }

  private void fail(RoutingContext http, Throwable failure) {
    LOG.errorf(failure, "request %s failed in the gateway", RequestStamp.idOf(http));
    refusals.write(http, Refusal.unexpected(RequestStamp.idOf(http)));
  }

  private long bodyLimit(Route route) {
    return route.path().equals("/v1/events")
        ? limits.eventsLimit().asLongValue()
        : limits.limit().asLongValue();
  }
}
