package dev.countinghouse.gateway.localissuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs tokens and shows the key that proves them. */
@ApplicationScoped
class LocalTokens {

  /** A token and when it ends. */
  record Issued(String token, Instant expiresAt) {}

  private record Pair(RSAPrivateKey signing, RsaJsonWebKey showing) {}

  private final LocalKeys keys;
  private final LocalIssuerSettings settings;
  private final String audience;
  private final Clock clock;
  private volatile @Nullable Pair pair;

  LocalTokens(
      LocalKeys keys,
      LocalIssuerSettings settings,
      @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
      Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.audience = audience;
    this.clock = clock;
  }

  Issued issue(TokenRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(request.lifetime());
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.issuer());
    claims.setAudience(audience);
    claims.setSubject(request.subject());
    claims.setStringListClaim("roles", request.roles());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    return new Issued(signed(claims), end);
  }

  /** The key set as JSON. */
  String keySet() {
    List<JsonWebKey> shown = List.of(pair().showing());
    return new JsonWebKeySet(shown).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private String signed(JwtClaims claims) {
    Pair signer = pair();
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(signer.signing());
    signature.setKeyIdHeaderValue(signer.showing().getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException broken) {
      throw new IllegalStateException("RS256 signs with any RSA key of 2048 bits", broken);
    }
  }

  private Pair pair() {
    Pair known = pair;
    if (known == null) {
      known = new Pair(keys.privateKey(), shown());
      pair = known;
    }
    return known;
  }

  private RsaJsonWebKey shown() {
    RsaJsonWebKey key = new RsaJsonWebKey(keys.publicKey());
    key.setUse("sig");
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    return key;
  }
}
