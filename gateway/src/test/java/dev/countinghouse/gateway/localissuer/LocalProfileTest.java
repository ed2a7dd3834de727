package dev.countinghouse.gateway.localissuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalProfileTest {

  private static final Optional<Path> KEY = Optional.of(Path.of("key.pem"));

  @Test
  @DisplayName("outside the profile local any setting of the local issuer stops the start")
  void settingElsewhere() {
    assertThat(objection(false, KEY, Optional.empty(), Optional.empty(), true))
        .hasValueSatisfying(text -> assertThat(text).contains("profile local only"));
    assertThat(objection(false, Optional.empty(), KEY, Optional.empty(), true)).isPresent();
    assertThat(objection(false, Optional.empty(), Optional.empty(), Optional.of(true), true))
        .isPresent();
    assertThat(objection(false, Optional.empty(), Optional.empty(), Optional.empty(), true))
        .isEmpty();
  }

  @Test
  @DisplayName("outside the profile local an issuer must be configured")
  void noIssuer() {
    assertThat(objection(false, Optional.empty(), Optional.empty(), Optional.empty(), false))
        .hasValueSatisfying(text -> assertThat(text).contains("QUARKUS_OIDC_AUTH_SERVER_URL"));
  }

  @Test
  @DisplayName("the profile local needs both keys")
  void keys() {
    assertThat(objection(true, KEY, KEY, Optional.empty(), false)).isEmpty();
    assertThat(objection(true, KEY, Optional.empty(), Optional.empty(), false)).isPresent();
    assertThat(objection(true, Optional.empty(), KEY, Optional.empty(), false)).isPresent();
  }

  private static Optional<String> objection(
      boolean local,
      Optional<Path> privateKey,
      Optional<Path> publicKey,
      Optional<Boolean> enabled,
      boolean authServer) {
    LocalIssuerSettings settings = new Settings(enabled, privateKey, publicKey);
    return LocalProfile.objection(local, settings, authServer);
  }

  private record Settings(
      Optional<Boolean> enabled, Optional<Path> privateKeyFile, Optional<Path> publicKeyFile)
      implements LocalIssuerSettings {

    @Override
    public String issuer() {
      return "http://localhost/local-issuer";
    }

    @Override
    public Duration lifetime() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration longestLifetime() {
      return Duration.ofDays(1);
    }
  }
}
