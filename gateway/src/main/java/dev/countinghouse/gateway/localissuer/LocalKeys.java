package dev.countinghouse.gateway.localissuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The local issuer's key pair, read when it is first needed: in the profile {@code local} only. */
@ApplicationScoped
class LocalKeys {

  private final LocalIssuerSettings settings;

  LocalKeys(LocalIssuerSettings settings) {
    this.settings = settings;
  }

  /** For signing. */
  RSAPrivateKey privateKey() {
    byte[] key = decoded(pem(settings.privateKeyFile()));
    try {
      return (RSAPrivateKey) factory().generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(
          "the local issuer's private key is not RSA in PKCS #8", broken);
    }
  }

  /** For the key set. */
  RSAPublicKey publicKey() {
    byte[] key = decoded(publicPem());
    try {
      return (RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(key));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the local issuer's public key is not RSA in X.509", broken);
    }
  }

  /** For quarkus-oidc. */
  String publicPem() {
    return pem(settings.publicKeyFile());
  }

  private static String pem(Optional<Path> file) {
    try {
      return Files.readString(file.orElseThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the local issuer's key cannot be read", unreadable);
    }
  }

  private static byte[] decoded(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA");
  }
}
