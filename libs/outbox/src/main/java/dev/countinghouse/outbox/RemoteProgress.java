package dev.countinghouse.outbox;

import dev.countinghouse.contracts.internal.Progress;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** Asks other services how far they have come. */
@ApplicationScoped
class RemoteProgress {

  private final Duration timeout;
  private final Config settings;
  private final Map<String, ProgressClient> clients = new ConcurrentHashMap<>();

  RemoteProgress(OutboxConfig config, Config settings) {
    this.timeout = config.consumption().timeout();
    this.settings = settings;
  }

  /** Answered at once; one that cannot be reached fails. */
  Uni<Progress> now(String service, String key) {
    return Uni.createFrom()
        .deferred(() -> client(service).progress(key, "", 0, 0))
        .onFailure(WebApplicationException.class)
        .transform(refused -> new ProcessingException(service + " does not answer", refused));
  }

  /** Answered when it has applied the event {@code atLeast} of {@code source}, or runs late. */
  Uni<Progress> when(String service, String key, String source, long atLeast) {
    return Uni.createFrom()
        .deferred(() -> client(service).progress(key, source, atLeast, timeout.toMillis()));
  }

  private ProgressClient client(String service) {
    return clients.computeIfAbsent(service, this::newClient);
  }

  private ProgressClient newClient(String service) {
    String url = settings.getValue("quarkus.rest-client." + service + ".url", String.class);
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(url))
        .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
        .build(ProgressClient.class);
  }
}
