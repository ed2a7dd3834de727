package dev.countinghouse.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the merged document. The first reader waits for it; later ones get what is there, while a
 * newer one is made in the background: soon when a service was missing, else now and then.
 */
@ApplicationScoped
class OpenApiDocument {

  private static final Logger LOG = Logger.getLogger(OpenApiDocument.class);
  private static final String FRAME = "/openapi/frame.json";

  private final ServiceDocuments services;
  private final ObjectMapper mapper;
  private final ObjectMapper yaml;
  private final Vertx vertx;
  private final GatewaySettings.OpenApi settings;
  private final AtomicReference<@Nullable Uni<MergedDocument>> making = new AtomicReference<>();
  private volatile @Nullable MergedDocument current;

  OpenApiDocument(
      ServiceDocuments services, ObjectMapper mapper, Vertx vertx, GatewaySettings settings) {
    this.services = services;
    this.mapper = mapper;
    this.yaml =
        new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    this.vertx = vertx;
    this.settings = settings.openapi();
  }

  Uni<MergedDocument> get() {
    MergedDocument kept = current;
    if (kept == null) {
      return make();
    }
    if (System.nanoTime() - kept.madeAtNanos() > settings.fresh().toNanos()) {
      makeInBackground();
    }
    return Uni.createFrom().item(kept);
  }

  /** Joins the making that is under way, or begins one. */
  private Uni<MergedDocument> make() {
    Uni<MergedDocument> next =
        services
            .fetch()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(this::merged)
            .invoke(this::keep)
            .onTermination()
            .invoke(() -> making.set(null))
            .memoize()
            .indefinitely();
    Uni<MergedDocument> other = making.compareAndExchange(null, next);
    return other == null ? next : other;
  }

  private void makeInBackground() {
    make()
        .subscribe()
        .with(made -> {}, failure -> LOG.warn("the OpenAPI document cannot be made", failure));
  }

  private void keep(MergedDocument made) {
    current = made;
    if (!made.missing().isEmpty()) {
      LOG.debugf("the OpenAPI document lacks %s", made.missing());
      vertx.setTimer(settings.retry().toMillis(), timer -> makeInBackground());
    }
  }

  private MergedDocument merged(SortedMap<ServiceName, JsonNode> documents) {
    Set<ServiceName> missing = EnumSet.allOf(ServiceName.class);
    missing.removeAll(documents.keySet());
    try {
      JsonNode document = OpenApiMerge.merge(frame(), documents);
      return new MergedDocument(
          mapper.writeValueAsString(document),
          yaml.writeValueAsString(document),
          missing,
          System.nanoTime());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes can be written", impossible);
    }
  }

  private JsonNode frame() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(FRAME)) {
      if (in == null) {
        throw new IllegalStateException(FRAME + " is missing from the program");
      }
      return mapper.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
