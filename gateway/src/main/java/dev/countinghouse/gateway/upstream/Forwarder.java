package dev.countinghouse.gateway.upstream;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.refusal.Refusal;
import dev.countinghouse.gateway.refusal.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends admitted requests on to their service and streams the answers back. */
@ApplicationScoped
public class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class);

  private final Vertx vertx;
  private final Upstreams upstreams;
  private final CircuitBreakers breakers;
  private final InternalTokens tokens;
  private final MeterRegistry metrics;
  private final GatewaySettings settings;
  private final boolean traced;

  Forwarder(
      Vertx vertx,
      Upstreams upstreams,
      CircuitBreakers breakers,
      InternalTokens tokens,
      MeterRegistry metrics,
      GatewaySettings settings,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
    this.vertx = vertx;
    this.upstreams = upstreams;
    this.breakers = breakers;
    this.tokens = tokens;
    this.metrics = metrics;
    this.settings = settings;
    this.traced = !untraced;
  }

  /**
   * Forwards a request; passed once the answer's head is on its way to the client.
   *
   * @param bodyLimit in bytes
   */
  public Uni<Verdict<Verdict.Done>> forward(
      HttpServerRequest client, ServiceName service, Caller caller, String id, long bodyLimit) {
    // Made before the body is read: it pauses the request, which HTTP/2 forbids after its end.
    ProxyRequest onward = ProxyRequest.reverseProxy(client);
    Forwarding forwarding =
        new Forwarding(upstreams.of(service), tokens.issue(caller), id, traced, onward);
    return RequestBody.of(client, bodyLimit)
        .flatMap(body -> body.then(within -> send(client, forwarding, within)))
        .onFailure(UpstreamFailure.class)
        .recoverWithItem(failure -> refused(service, (UpstreamFailure) failure));
  }

  private Uni<Verdict<Verdict.Done>> send(
      HttpServerRequest client, Forwarding forwarding, Optional<Body> body) {
    forwarding.onward().setBody(body.orElse(null));
    Exchange exchange = new Exchange(vertx, client, forwarding);
    ServiceName service = forwarding.upstream().service();
    Timer.Sample sample = Timer.start(metrics);
    return breakers
        .guard(service, exchange.begin())
        .onItemOrFailure()
        .invoke((answer, failure) -> measure(sample, service, failure))
        .map(answer -> passBack(exchange, answer));
  }

  private static Verdict<Verdict.Done> passBack(Exchange exchange, ProxyResponse answer) {
    exchange
        .finish(answer)
        .onFailure(broken -> LOG.debugf("an answer broke off: %s", broken.getMessage()));
    return Verdict.done();
  }

  private void measure(Timer.Sample sample, ServiceName service, Throwable failure) {
    String outcome = failure instanceof UpstreamFailure known ? known.kind().name() : "ANSWERED";
    sample.stop(
        Timer.builder("countinghouse.gateway.upstream")
            .description("From sending a request to the head of the service's answer")
            .tag("service", service.id())
            .tag("outcome", outcome.toLowerCase(Locale.ROOT))
            .register(metrics));
  }

  private Verdict<Verdict.Done> refused(ServiceName service, UpstreamFailure failure) {
    // The breaker bounds how often this is said of a service that is down.
    LOG.logf(
        failure.counts() ? Logger.Level.WARN : Logger.Level.DEBUG,
        "%s: %s",
        service.id(),
        failure.getMessage());
    return Verdict.refused(
        switch (failure.kind()) {
          case TIMEOUT -> Refusal.upstreamTimeout(service);
          case BODY_TIMEOUT, CLIENT_GONE -> Refusal.bodyTimeout();
          case UNAVAILABLE, OVERLOADED, OPEN ->
              Refusal.upstreamUnavailable(service, settings.breaker().delay());
        });
  }
}
