package dev.countinghouse.messaging.message;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes every message and delivers none: its fate comes by {@code POST /v1/delivery-reports}. */
@ApplicationScoped
@DefaultBean
class SandboxCarrier implements Carrier {

  private static final Logger LOG = Logger.getLogger(SandboxCarrier.class);

  @Override
  public Uni<Void> submit(String id, String number, String text) {
    LOG.debugf("message %s taken by the sandbox carrier", id);
    return Uni.createFrom().voidItem();
  }
}
