package dev.countinghouse.gateway.localissuer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is the profile {@code local}, decided once, at the start. */
@ApplicationScoped
public class LocalProfile {

  private final boolean active = ConfigUtils.isProfileActive("local");

  /** True only where the program was started with the profile {@code local}. */
  public boolean isActive() {
    return active;
  }

  void check(
      @Observes StartupEvent event,
      LocalIssuerSettings settings,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> authServer) {
    objection(active, settings, authServer.isPresent())
        .ifPresent(
            sentence -> {
              throw new IllegalStateException(sentence);
            });
  }

  /** Why the program must not start so; empty when it may. */
  static Optional<String> objection(
      boolean local, LocalIssuerSettings settings, boolean authServer) {
    boolean keys = settings.privateKeyFile().isPresent() && settings.publicKeyFile().isPresent();
    if (local) {
      return keys
          ? Optional.empty()
          : Optional.of(
              "The profile local needs the local issuer's keys: set COUNTINGHOUSE_LOCAL_ISSUER_PRIVATE_KEY_FILE and COUNTINGHOUSE_LOCAL_ISSUER_PUBLIC_KEY_FILE to RSA keys in PEM.");
    }
    if (isTouched(settings)) {
      return Optional.of(
          "The local issuer gives a token to anybody who asks and works under the profile local only; remove every countinghouse.local-issuer setting (COUNTINGHOUSE_LOCAL_ISSUER_*) or start with QUARKUS_PROFILE=local.");
    }
    return authServer
        ? Optional.empty()
        : Optional.of(
            "No issuer of tokens is configured: set QUARKUS_OIDC_AUTH_SERVER_URL to the URL of your OIDC provider.");
  }

  private static boolean isTouched(LocalIssuerSettings settings) {
    return settings.privateKeyFile().isPresent()
        || settings.publicKeyFile().isPresent()
        || settings.enabled().isPresent();
  }
}
