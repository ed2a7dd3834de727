package dev.countinghouse.outbox;

import dev.countinghouse.contracts.internal.Progress;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Waits by asking the other service, which answers when it has come that far. */
@ApplicationScoped
public class RemoteConsumption implements Consumption {

  private static final Logger LOG = Logger.getLogger(RemoteConsumption.class);

  private final ProgressTable table;
  private final String self;
  private final Duration timeout;
  private final Config settings;
  private final Map<String, ProgressClient> clients = new ConcurrentHashMap<>();

  public RemoteConsumption(
      ProgressTable table,
      OutboxConfig config,
      @ConfigProperty(name = "countinghouse.service") String self,
      Config settings) {
    this.table = table;
    this.self = self;
    this.timeout = config.consumption().timeout();
    this.settings = settings;
  }

  @Override
  public Uni<Void> await(String service, String key) {
    return table
        .emitted(key)
        .chain(emitted -> ask(service, key, emitted))
        .ifNoItem()
        .after(timeout)
        .fail()
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.debugf("not waiting for %s: %s", service, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Progress> ask(String service, String key, long emitted) {
    return clients
        .computeIfAbsent(service, this::client)
        .progress(key, self, emitted, timeout.toMillis());
  }

  private ProgressClient client(String service) {
    String url = settings.getValue("quarkus.rest-client." + service + ".url", String.class);
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(url))
        .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
        .build(ProgressClient.class);
  }
}
