package dev.countinghouse.gateway.upstream;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** One service: where it is and the connections to it. */
public final class Upstream {

  private final ServiceName service;
  private final GatewaySettings.Service settings;
  private final HttpClient client;

  Upstream(ServiceName service, GatewaySettings.Service settings, Vertx vertx) {
    this.service = service;
    this.settings = settings;
    this.client = vertx.createHttpClient(clientOptions(settings), poolOptions(settings));
  }

  private static HttpClientOptions clientOptions(GatewaySettings.Service settings) {
    return new HttpClientOptions()
        .setConnectTimeout((int) settings.connectTimeout().toMillis())
        .setKeepAliveTimeout(60)
        .setMaxWaitQueueSize(settings.waiting())
        .setDecompressionSupported(false);
  }

  private static PoolOptions poolOptions(GatewaySettings.Service settings) {
    return new PoolOptions()
        .setHttp1MaxSize(settings.connections())
        .setMaxWaitQueueSize(settings.waiting());
  }

  public ServiceName service() {
    return service;
  }

  Duration timeout() {
    return settings.timeout();
  }

  /** Scheme, host and port, as they stand at the beginning of an absolute link to the service. */
  String origin() {
    return settings.url().getScheme() + "://" + settings.url().getAuthority();
  }

  /** A path and query as the service knows it. */
  String uri(String publicUri) {
    String base = settings.url().getPath();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) + publicUri : base + publicUri;
  }

  /** A request to the service, not yet sent. */
  public Future<HttpClientRequest> request(HttpMethod method, String publicUri) {
    URI url = settings.url();
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(uri(publicUri))
            .setConnectTimeout(settings.connectTimeout().toMillis())
            .setIdleTimeout(settings.idle().toMillis()));
  }
}
