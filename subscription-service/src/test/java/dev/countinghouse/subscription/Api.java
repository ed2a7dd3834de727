package dev.countinghouse.subscription;

import static io.restassured.RestAssured.given;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Role;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What callers of the service do, each with its own token. */
@ApplicationScoped
public class Api {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final RestAssuredConfig YAML_AS_TEXT =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("application/yaml", ContentType.TEXT));

  private final InternalTokens tokens;

  Api(InternalTokens tokens) {
    this.tokens = tokens;
  }

  /** A person with a role on these channels and no other. */
  public RequestSpecification as(String subject, Role role, String... channels) {
    ChannelScope scope = new ChannelScope.Only(Set.of(channels));
    return with(tokens.issue(new Caller(subject, Set.of(role), scope), LONG));
  }

  public RequestSpecification owner(String channel) {
    return as("owner", Role.OWNER, channel);
  }

  public RequestSpecification operator() {
    return with(
        tokens.issue(new Caller("op", Set.of(Role.OPERATOR), new ChannelScope.All()), LONG));
  }

  /** Another service. */
  public RequestSpecification service() {
    return with(
        tokens.issue(new Caller("service", Set.of(Role.SERVICE), new ChannelScope.All()), LONG));
  }

  /** A sandbox channel in Seoul whose clock shows {@code now}. */
  public String sandbox(Instant now) {
    return channel(
        Map.of(
            "name", "Corner shop",
            "timeZone", "Asia/Seoul",
            "currency", "USD",
            "country", "KR",
            "sandbox", true,
            "now", now.toString()));
  }

  /** A sandbox channel in its trial of {@code paid} + {@code operation}. */
  public String inTrial(Instant now) {
    String channel = sandbox(now);
    owner(channel).post("/v1/channels/{c}/tutorial-completion", channel).then().statusCode(200);
    owner(channel)
        .body(Map.of("plan", "paid", "addOns", List.of("operation")))
        .post("/v1/channels/{c}/trial", channel)
        .then()
        .statusCode(201);
    return channel;
  }

  /** A sandbox channel on that book. */
  public String sandbox(Instant now, String book) {
    return channel(
        Map.of(
            "name", "Corner shop",
            "timeZone", "Asia/Seoul",
            "currency", "USD",
            "country", "KR",
            "priceBook", book,
            "sandbox", true,
            "now", now.toString()));
  }

  /** A sandbox channel on that book, in its trial of that plan. */
  public String inTrial(Instant now, String book, String plan) {
    String channel = sandbox(now, book);
    owner(channel).post("/v1/channels/{c}/tutorial-completion", channel).then().statusCode(200);
    owner(channel)
        .body(Map.of("plan", plan, "addOns", List.of()))
        .post("/v1/channels/{c}/trial", channel)
        .then()
        .statusCode(201);
    return channel;
  }

  public String channel(Map<String, Object> body) {
    return as("owner", Role.OWNER)
        .body(body)
        .post("/v1/channels")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public String addCard(String channel, String token) {
    return owner(channel)
        .body(Map.of("token", token))
        .post("/v1/channels/{c}/payment-methods", channel)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public JsonPath get(String channel, String path) {
    return owner(channel)
        .get("/v1/channels/{c}" + path, channel)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Moves the channel's clock through everything that falls due in this service. */
  public void advance(String channel, Instant target) {
    Instant next = nextDue(channel);
    while (next != null && !next.isAfter(target)) {
      step(channel, next);
      next = nextDue(channel);
    }
    step(channel, target);
  }

  /** One step; what fails stays due, and its reason is the answer. */
  public String step(String channel, Instant now) {
    Map<String, Object> step = Map.of("now", now.toString(), "rewind", false);
    service().body(step).put("/internal/channels/{c}/clock", channel).then().statusCode(204);
    return service()
        .body(step)
        .post("/internal/channels/{c}/due-work", channel)
        .then()
        .statusCode(200)
        .extract()
        .path("failure");
  }

  private Instant nextDue(String channel) {
    String next = service().get("/internal/channels/{c}/due", channel).path("next");
    return next == null ? null : Instant.parse(next);
  }

  private static RequestSpecification with(String token) {
    return given().config(YAML_AS_TEXT).auth().oauth2(token).contentType(ContentType.JSON);
  }
}
