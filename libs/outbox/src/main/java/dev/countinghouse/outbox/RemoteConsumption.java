package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Waits by asking the other service, which answers when it has come that far. */
@ApplicationScoped
public class RemoteConsumption implements Consumption {

  private static final Logger LOG = Logger.getLogger(RemoteConsumption.class);

  private final ProgressTable table;
  private final RemoteProgress remote;
  private final String self;
  private final Duration timeout;

  public RemoteConsumption(
      ProgressTable table,
      RemoteProgress remote,
      OutboxConfig config,
      @ConfigProperty(name = "countinghouse.service") String self) {
    this.table = table;
    this.remote = remote;
    this.self = self;
    this.timeout = config.consumption().timeout();
  }

  @Override
  public Uni<Void> await(String service, String key) {
    return table
        .emitted(key)
        .chain(emitted -> remote.when(service, key, self, emitted))
        .ifNoItem()
        .after(timeout)
        .fail()
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.debugf("not waiting for %s: %s", service, failure))
        .onFailure()
        .recoverWithNull();
  }
}
