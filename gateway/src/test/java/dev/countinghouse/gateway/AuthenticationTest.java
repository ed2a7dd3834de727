package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static dev.countinghouse.gateway.testing.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.RsaKeyUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class AuthenticationTest {

  private static final String CHANNEL = "ch_0192f0c1aaaa7000800000000000000a";
  private static final String OTHER = "ch_0192f0c1aaaa7000800000000000000b";

  @Inject InternalTokens internal;

  @Test
  @DisplayName("SYS-5 no credential is auth.missing")
  void missing() {
    anonymous()
        .get("/v1/channels")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"countinghouse\"")
        .body("code", equalTo("auth.missing"));
  }

  static Stream<Arguments> badTokens() throws Exception {
    return Stream.of(
        Arguments.of("garbage", "garbage"),
        Arguments.of("two dots", "a.b.c"),
        Arguments.of("expired", Tokens.changed(c -> c.setExpirationTimeMinutesInTheFuture(-1))),
        Arguments.of("without an end", Tokens.changed(c -> c.unsetClaim("exp"))),
        Arguments.of("not yet valid", Tokens.changed(c -> c.setNotBeforeMinutesInThePast(-5))),
        Arguments.of("of another issuer", Tokens.changed(c -> c.setIssuer("http://evil.example"))),
        Arguments.of("without an issuer", Tokens.changed(c -> c.unsetClaim("iss"))),
        Arguments.of("for another audience", Tokens.changed(c -> c.setAudience("somebody"))),
        Arguments.of("for no audience", Tokens.changed(c -> c.unsetClaim("aud"))),
        Arguments.of("without a subject", Tokens.changed(c -> c.unsetClaim("sub"))),
        Arguments.of("unsigned", Tokens.unsigned()),
        Arguments.of(
            "signed with the public key as a secret",
            Tokens.signedWith("HS256", new HmacKey(Tokens.publicKey()))),
        Arguments.of(
            "signed with a strange key",
            Tokens.signedWith("RS256", new RsaKeyUtil().generateKeyPair(2048).getPrivate())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  @DisplayName("SYS-5 a token that proves nobody is auth.invalid-token")
  void invalid(String kind, String token) {
    as(token)
        .get("/v1/channels")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("code", equalTo("auth.invalid-token"));
  }

  @Test
  @DisplayName("an internal token is no credential at the gateway")
  void internalTokenOutside() {
    Caller service = new Caller("service:x", Set.of(Role.SERVICE), new ChannelScope.All());
    as(internal.issue(service)).get("/v1/channels").then().statusCode(401);
  }

  @Test
  @DisplayName("two credentials at once are refused")
  void twoCredentials() {
    as(Tokens.person("ann"))
        .header("X-Api-Key", "chk_1")
        .get("/v1/channels")
        .then()
        .statusCode(401)
        .body("code", equalTo("auth.invalid-token"));
  }

  @Test
  @DisplayName("SYS-3 an API key is its role on its channel, and is asked for once")
  void apiKey() throws Exception {
    String hash = sha256("chk_good");
    Control.apiKey(hash, CHANNEL, Role.SERVICE, "key-of-a");

    ValidatableResponse first = withKey("chk_good", CHANNEL).statusCode(200);
    as("chk_good").get("/v1/channels/" + CHANNEL + "/pu").then().statusCode(200);

    String authorization = first.extract().path("headers.authorization");
    assertThat(internal.verify(authorization.substring("Bearer ".length())))
        .isEqualTo(
            new Caller("key-of-a", Set.of(Role.SERVICE), new ChannelScope.Only(Set.of(CHANNEL))));
    first.body("headers.x-api-key", nullValue());
    assertThat(Control.seen(ServiceName.SUBSCRIPTION, "key " + hash)).isEqualTo(1);
  }

  @Test
  @DisplayName("SYS-3 an API key opens no other channel")
  void apiKeyElsewhere() throws Exception {
    Control.apiKey(sha256("chk_narrow"), CHANNEL, Role.OWNER, "key-of-a");
    withKey("chk_narrow", OTHER).statusCode(404).body("code", equalTo("channel.not-found"));
  }

  @Test
  @DisplayName("SYS-5 an unknown API key is auth.invalid-token, and is asked for once")
  void unknownKey() throws Exception {
    withKey("chk_unknown", CHANNEL).statusCode(401).body("code", equalTo("auth.invalid-token"));
    withKey("chk_unknown", CHANNEL).statusCode(401);
    assertThat(Control.seen(ServiceName.SUBSCRIPTION, "key " + sha256("chk_unknown"))).isEqualTo(1);
  }

  private static ValidatableResponse withKey(String key, String channel) {
    return anonymous().header("X-Api-Key", key).get("/v1/channels/" + channel + "/pu").then();
  }

  private static String sha256(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
