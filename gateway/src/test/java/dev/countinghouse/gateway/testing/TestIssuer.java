package dev.countinghouse.gateway.testing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.RsaKeyUtil;

/** An OIDC provider as far as the gateway needs one: discovery and keys. */
final class TestIssuer {

  static final String KEY_ID = "test-key";

  private final KeyPair keys;

  private TestIssuer(KeyPair keys) {
    this.keys = keys;
  }

  static TestIssuer create() throws Exception {
    return new TestIssuer(new RsaKeyUtil().generateKeyPair(2048));
  }

  /** PKCS #8 in Base64. */
  String privateKey() {
    return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
  }

  /** X.509 in Base64. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  void handle(HttpServerRequest request) {
    String here = "http://" + request.authority();
    String text =
        request.path().endsWith("/jwks")
            ? keySet()
            : new JsonObject().put("issuer", here).put("jwks_uri", here + "/jwks").encode();
    request.response().putHeader("Content-Type", "application/json").end(text);
  }

  private String keySet() {
    RsaJsonWebKey key = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) keys.getPublic());
    key.setKeyId(KEY_ID);
    key.setAlgorithm("RS256");
    List<JsonWebKey> shown = List.of(key);
    return new JsonWebKeySet(shown).toJson();
  }
}
