package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The services' own documents: as of now, or the last that could be had. */
@ApplicationScoped
class ServiceDocuments {

  private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
  private static final String PATH = "/q/openapi?format=json";

  private final Upstreams upstreams;
  private final ObjectMapper mapper;
  private final GatewaySettings.OpenApi settings;
  private final SortedMap<ServiceName, JsonNode> last = new TreeMap<>();

  ServiceDocuments(Upstreams upstreams, ObjectMapper mapper, GatewaySettings settings) {
    this.upstreams = upstreams;
    this.mapper = mapper;
    this.settings = settings.openapi();
  }

  /** Asks every service; those that never answered are not in the map. */
  Uni<SortedMap<ServiceName, JsonNode>> fetch() {
    return Uni.join()
        .all(java.util.Arrays.stream(ServiceName.values()).map(this::fetch).toList())
        .andCollectFailures()
        .map(answers -> known());
  }

  private Uni<Boolean> fetch(ServiceName service) {
    return Uni.createFrom()
        .completionStage(() -> download(service).toCompletionStage())
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .map(this::parse)
        .onItemOrFailure()
        .transform((document, failure) -> keep(service, Optional.ofNullable(document), failure));
  }

  private Future<Buffer> download(ServiceName service) {
    return upstreams
        .of(service)
        .request(HttpMethod.GET, PATH)
        .compose(HttpClientRequest::send)
        .compose(ServiceDocuments::body);
  }

  private static Future<Buffer> body(HttpClientResponse answer) {
    return answer.statusCode() == 200
        ? answer.body()
        : Future.failedFuture("answered " + answer.statusCode());
  }

  private JsonNode parse(Buffer text) {
    try {
      return mapper.readTree(text.toString());
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private synchronized boolean keep(
      ServiceName service, Optional<JsonNode> document, Throwable failure) {
    document.ifPresentOrElse(
        fetched -> last.put(service, fetched),
        () -> LOG.debugf("no OpenAPI document of %s: %s", service.id(), failure));
    return document.isPresent();
  }

  private synchronized SortedMap<ServiceName, JsonNode> known() {
    return new TreeMap<>(last);
  }
}
