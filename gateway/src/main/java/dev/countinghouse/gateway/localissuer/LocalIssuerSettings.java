package dev.countinghouse.gateway.localissuer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The local issuer; none of this may be set outside the profile {@code local}. */
@ConfigMapping(prefix = "countinghouse.local-issuer")
public interface LocalIssuerSettings {

  /** Not a switch: it is only here to be refused by name where somebody tries it as one. */
  Optional<Boolean> enabled();

  /** RSA key in PKCS #8, PEM. */
  Optional<Path> privateKeyFile();

  /** The public half in X.509, PEM. */
  Optional<Path> publicKeyFile();

  /** The {@code iss} of its tokens. */
  @WithDefault("http://localhost/local-issuer")
  String issuer();

  /** How long a token lives when the request does not say. */
  @WithDefault("12h")
  Duration lifetime();

  /** The longest life that may be asked for. */
  @WithDefault("30d")
  Duration longestLifetime();
}
