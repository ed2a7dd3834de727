package dev.countinghouse.gateway.upstream;

import dev.countinghouse.gateway.web.ClientConnections;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One request on its way to a service and its answer on the way back. */
final class Exchange {

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final HttpServerRequest client;
  private final Forwarding forwarding;
  private long timer = NO_TIMER;
  private boolean late;

  Exchange(Vertx vertx, HttpServerRequest client, Forwarding forwarding) {
    this.vertx = vertx;
    this.client = client;
    this.forwarding = forwarding;
  }

  /**
   * Sends the request, once, and comes to the head of the answer; fails with an {@link
   * UpstreamFailure}.
   */
  Uni<ProxyResponse> begin() {
    return Uni.createFrom()
        .completionStage(() -> head().toCompletionStage())
        .onFailure()
        .transform(this::failure);
  }

  /** Streams the answer to the client; a service that breaks off resets the client's connection. */
  Future<Void> finish(ProxyResponse answer) {
    HeaderRules.cleanAnswer(answer.headers());
    String location = answer.headers().get("Location");
    String origin = forwarding.upstream().origin();
    if (location != null && location.startsWith(origin + "/")) {
      // The host inside must not be told, and would not be reachable outside.
      answer.headers().set("Location", location.substring(origin.length()));
    }
    Body body = answer.getBody();
    if (body != null) {
      answer.setBody(Body.body(new AnswerStream(body.stream(), this::broken), body.length()));
    }
    return answer.send();
  }

  private void broken(Throwable failure) {
    LOG.debugf("an answer of %s broke off: %s", forwarding.upstream().service().id(), failure);
    ClientConnections.cutOff(client);
  }

  private Future<ProxyResponse> head() {
    return forwarding
        .upstream()
        .request(client.method(), client.uri())
        .compose(this::send)
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  private Future<ProxyResponse> send(HttpClientRequest request) {
    timer = vertx.setTimer(forwarding.upstream().timeout().toMillis(), fired -> giveUp(request));
    request.exceptionHandler(failure -> LOG.debugf("a request broke off: %s", failure));
    ProxyRequest onward = forwarding.onward();
    HeaderRules.cleanRequest(onward.headers());
    if (forwarding.traced()) {
      HeaderRules.leaveToTracer(onward.headers());
    }
    onward.setURI(forwarding.upstream().uri(client.uri()));
    onward.putHeader("Authorization", "Bearer " + forwarding.token());
    onward.putHeader("X-Request-Id", forwarding.requestId());
    return onward.send(request);
  }

  private void giveUp(HttpClientRequest request) {
    late = true;
    boolean unused = request.reset(0, new TimeoutException("no answer in time"));
  }

  private Throwable failure(Throwable cause) {
    return new UpstreamFailure(kind(cause), cause);
  }

  private UpstreamFailure.Kind kind(Throwable cause) {
    if (client.response().closed()) {
      return UpstreamFailure.Kind.CLIENT_GONE;
    }
    if (late) {
      return client.isEnded() ? UpstreamFailure.Kind.TIMEOUT : UpstreamFailure.Kind.BODY_TIMEOUT;
    }
    return cause instanceof ConnectionPoolTooBusyException
        ? UpstreamFailure.Kind.OVERLOADED
        : UpstreamFailure.Kind.UNAVAILABLE;
  }
}
