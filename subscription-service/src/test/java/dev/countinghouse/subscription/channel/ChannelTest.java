package dev.countinghouse.subscription.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ChannelTest {

  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");
  private static final Map<String, Object> SHOP =
      Map.of("name", "Shop", "timeZone", "Asia/Seoul", "currency", "USD", "country", "KR");

  @Inject Api api;

  @Test
  @DisplayName("SUB-1 a new channel is on Free, on the default price book, and its maker owns it")
  void startsOnFree() {
    String channel = api.channel(SHOP);

    var shown = api.get(channel, "");
    assertThat(shown.getString("priceBook")).isEqualTo("mau-2023");
    assertThat(shown.getInt("priceBookVersion")).isEqualTo(1);
    assertThat(shown.getBoolean("sandbox")).isFalse();
    assertThat(shown.getBoolean("tutorialCompleted")).isFalse();
    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
    api.service()
        .get("/internal/memberships?subject=owner")
        .then()
        .statusCode(200)
        .body("find { it.channel == '%s' }.role".formatted(channel), equalTo("OWNER"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @DisplayName("SYS-5 a place, a currency or a book that does not exist is refused by name")
  @CsvSource({
    "timeZone, Asia/Gangnam",
    "timeZone, +09:00",
    "currency, XXX",
    "currency, usd",
    "currency, KRW",
    "country, ZZ",
    "priceBook, nobodys",
    "priceBook, messages-2024",
    "now, 2024-01-01T00:00:00Z"
  })
  void refusesWhatDoesNotExist(String field, String value) {
    Map<String, Object> body = new HashMap<>(SHOP);
    body.put(field, value);

    api.as("owner", Role.OWNER)
        .body(body)
        .post("/v1/channels")
        .then()
        .statusCode(422)
        .body("code", equalTo("channel.invalid"))
        .body("errors.field", hasItem(field));
  }

  @Test
  @DisplayName("SYS-2 the same key makes one channel")
  void sameKeyMakesOneChannel() {
    String key = UUID.randomUUID().toString();
    var first =
        api.as("k", Role.OWNER).header("Idempotency-Key", key).body(SHOP).post("/v1/channels");

    api.as("k", Role.OWNER)
        .header("Idempotency-Key", key)
        .body(SHOP)
        .post("/v1/channels")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first.path("id")));
  }

  @Test
  @DisplayName("SYS-3 a stranger learns nothing of a channel, on any path")
  void strangersLearnNothing() {
    String channel = api.channel(SHOP);
    String other = api.channel(SHOP);

    for (String path :
        List.of(
            "",
            "/trial",
            "/subscription",
            "/entitlements",
            "/entitlements/export",
            "/invoices",
            "/invoices/INV-000001",
            "/payment-methods",
            "/notices",
            "/members",
            "/api-keys")) {
      api.as("stranger", Role.OWNER, other)
          .get("/v1/channels/{c}" + path, channel)
          .then()
          .statusCode(404)
          .body("code", equalTo("channel.not-found"));
    }
  }

  @Test
  @DisplayName("SYS-3 a caller lists its own channels and no other, a page at a time")
  void listsOwnChannels() {
    String subject = "lister-" + UUID.randomUUID();
    for (int n = 0; n < 3; n++) {
      api.as(subject, Role.OWNER).body(SHOP).post("/v1/channels").then().statusCode(201);
    }

    var first = api.as(subject, Role.OWNER).get("/v1/channels?limit=2").jsonPath();
    var second =
        api.as(subject, Role.OWNER)
            .queryParam("cursor", first.getString("next"))
            .get("/v1/channels?limit=2")
            .jsonPath();

    assertThat(first.getList("items")).hasSize(2);
    assertThat(second.getList("items")).hasSize(1);
    assertThat(second.getString("next")).isNull();
  }

  @Test
  @DisplayName("TIME-3 a sandbox may say what its clock shows first")
  void sandboxChoosesItsFirstInstant() {
    String channel = api.sandbox(NOW);

    api.service()
        .get("/internal/channels/{c}", channel)
        .then()
        .statusCode(200)
        .body("testClockNow", equalTo(NOW.toString()))
        .body("timeZone", equalTo("Asia/Seoul"));
    assertThat(api.get(channel, "").getString("createdAt")).isEqualTo(NOW.toString());
  }

  @Test
  @DisplayName("a channel nobody made is not found")
  void unknownChannelIsNotFound() {
    api.service().get("/internal/channels/ch_nobody").then().statusCode(404);
    api.operator().get("/v1/channels/ch_nobody").then().statusCode(404);
  }

  @Test
  @DisplayName("SYS-3 of an API key only the hash is kept, and it is shown once")
  void apiKeyIsShownOnce() {
    String channel = api.channel(SHOP);

    String key =
        api.owner(channel)
            .body(Map.of("name", "import", "role", "admin"))
            .post("/v1/channels/{c}/api-keys", channel)
            .then()
            .statusCode(201)
            .body("key", containsString("chk_"))
            .body("id", notNullValue())
            .extract()
            .path("key");

    assertThat(api.get(channel, "/api-keys").getString("items[0].key")).isNull();
    api.service()
        .get("/internal/api-keys/" + sha256(key))
        .then()
        .statusCode(200)
        .body("channel", equalTo(channel))
        .body("role", equalTo("ADMIN"));
    api.service().get("/internal/api-keys/" + sha256("chk_guess")).then().statusCode(404);
  }

  @Test
  @DisplayName("SYS-2 a replayed API key lacks the secret")
  void replayedApiKeyLacksTheSecret() {
    String channel = api.channel(SHOP);
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("name", "import", "role", "agent");
    api.owner(channel)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/channels/{c}/api-keys", channel);

    api.owner(channel)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/channels/{c}/api-keys", channel)
        .then()
        .statusCode(201)
        .body("key", nullValue());
  }

  @Test
  @DisplayName("a channel keeps at least one owner")
  void keepsAnOwner() {
    String channel = api.channel(SHOP);

    api.owner(channel)
        .delete("/v1/channels/{c}/members/owner", channel)
        .then()
        .statusCode(409)
        .body("code", equalTo("member.last-owner"));
    api.owner(channel)
        .body(Map.of("subject", "second", "role", "owner"))
        .post("/v1/channels/{c}/members", channel)
        .then()
        .statusCode(201);
    api.owner(channel).delete("/v1/channels/{c}/members/owner", channel).then().statusCode(204);
  }

  private static String sha256(String text) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      return java.util.HexFormat.of()
          .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
