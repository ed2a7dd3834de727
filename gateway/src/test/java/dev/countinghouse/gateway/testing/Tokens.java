package dev.countinghouse.gateway.testing;

import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Tokens of the test issuer, right and wrong ones. */
public final class Tokens {

  private Tokens() {}

  /** A good token of a person without a suite-wide role. */
  public static String person(String subject) {
    return signed(claims(subject, List.of()));
  }

  /** A good token with these values in its roles claim. */
  public static String withRoles(String subject, String... roles) {
    return signed(claims(subject, List.of(roles)));
  }

  /**
   * A good token with these values in a roles claim that lies deeper, as some providers have it.
   */
  public static String withNestedRoles(String subject, String... roles) {
    JwtClaims claims = claims(subject, List.of());
    claims.unsetClaim("roles");
    claims.setClaim("suite", Map.of("roles", List.of(roles)));
    return signed(claims);
  }

  /** A token signed by the issuer, but with its claims changed. */
  public static String changed(Consumer<JwtClaims> change) {
    JwtClaims claims = claims("somebody", List.of("operator"));
    change.accept(claims);
    return signed(claims);
  }

  /** A token that says what a good one says, signed otherwise. */
  public static String signedWith(String algorithm, Key key) {
    return signed(claims("somebody", List.of("operator")), algorithm, key);
  }

  /** A token that claims to need no signature. */
  public static String unsigned() {
    return signed(claims("somebody", List.of("operator")), "none", null);
  }

  /** The issuer's public key, as bytes that somebody might take for a shared secret. */
  public static byte[] publicKey() {
    return Base64.getDecoder().decode(Control.value("test.issuer.public-key"));
  }

  private static JwtClaims claims(String subject, List<String> roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Control.value("test.issuer.url"));
    claims.setAudience("countinghouse");
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setGeneratedJwtId();
    claims.setStringListClaim("roles", roles);
    return claims;
  }

  private static String signed(JwtClaims claims) {
    return signed(claims, "RS256", privateKey());
  }

  private static String signed(JwtClaims claims, String algorithm, @Nullable Key key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    signature.setKeyIdHeaderValue(TestIssuer.KEY_ID);
    signature.setAlgorithmHeaderValue(algorithm);
    try {
      return signature.getCompactSerialization();
    } catch (org.jose4j.lang.JoseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Key privateKey() {
    byte[] encoded = Base64.getDecoder().decode(Control.value("test.issuer.private-key"));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (java.security.GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
