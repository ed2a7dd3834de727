package dev.countinghouse.gateway.refusal;

import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.web.ClientConnections;
import dev.countinghouse.http.ProblemDocuments;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes refusals. */
@ApplicationScoped
public class Refusals {

  private final Vertx vertx;
  private final ProblemDocuments documents;
  private final long lingerMillis;

  Refusals(Vertx vertx, ProblemDocuments documents, GatewaySettings settings) {
    this.vertx = vertx;
    this.documents = documents;
    this.lingerMillis = settings.body().linger().toMillis();
  }

  /** Answers with the refusal; an answer that has begun is broken off instead. */
  public void write(RoutingContext http, Refusal refusal) {
    HttpServerResponse response = http.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      ClientConnections.cutOff(http.request());
      return;
    }
    letTheBodyPass(http.request());
    refusal.headers().forEach(response::putHeader);
    response
        .setStatusCode(refusal.problem().status())
        .putHeader("Content-Type", ProblemDocuments.MEDIA_TYPE)
        .end(documents.text(refusal.problem()));
  }

  // A client that is still sending reads the answer only if its bytes are taken from the wire for a
  // while; one that goes on sending is cut off.
  private void letTheBodyPass(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    request.resume();
    vertx.setTimer(lingerMillis, timer -> closeUnlessEnded(request));
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      ClientConnections.cutOff(request);
    }
  }
}
