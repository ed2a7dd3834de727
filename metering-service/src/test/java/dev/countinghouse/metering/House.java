package dev.countinghouse.metering;

import static io.restassured.RestAssured.given;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.transaction.Transactions;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What tests do with the running service. */
@ApplicationScoped
public class House {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final RestAssuredConfig AS_TEXT =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs(Report.ONE, ContentType.TEXT)
                  .encodeContentTypeAs(Report.BATCH, ContentType.TEXT));

  private final ChannelClock clock;
  private final Transactions transactions;
  private final InternalTokens tokens;

  House(ChannelClock clock, Transactions transactions, InternalTokens tokens) {
    this.clock = clock;
    this.transactions = transactions;
    this.tokens = tokens;
  }

  /** A sandbox channel whose test clock stands at {@code now}. */
  public String sandbox(String zone, String now) {
    return channel(zone, Instant.parse(now));
  }

  public String live(String zone) {
    return channel(zone, null);
  }

  private String channel(String zone, @Nullable Instant testClock) {
    String id = Ids.create(Ids.CHANNEL);
    ChannelView view =
        new ChannelView(id, zone, "USD", "US", "mau-2023", 1, testClock != null, testClock);
    transactions.run(tx -> clock.register(tx, view)).await().atMost(BOUND);
    return id;
  }

  public Instant now() {
    return clock.systemNow();
  }

  /** Requests of an owner of those channels. */
  public RequestSpecification owner(String... channels) {
    return as(new Caller("owner", Set.of(Role.OWNER), new ChannelScope.Only(Set.of(channels))));
  }

  public RequestSpecification service() {
    return as(new Caller("a-service", Set.of(Role.SERVICE), new ChannelScope.All()));
  }

  public RequestSpecification as(Caller caller) {
    return given().config(AS_TEXT).auth().oauth2(tokens.issue(caller, Duration.ofMinutes(5)));
  }

  public int mau(String channel, String on) {
    return owner(channel)
        .get("/v1/channels/" + channel + "/mau?on=" + on)
        .then()
        .statusCode(200)
        .extract()
        .path("mau");
  }

  /** Until everything accepted for the channel is counted. */
  public void awaitCounted(String channel) {
    Awaitility.await("usage of " + channel + " is counted")
        .atMost(BOUND)
        .until(
            () -> service().get("/internal/channels/" + channel + "/mau").getStatusCode() == 200);
  }

  /** Runs a statement of the test's own. */
  public void sql(String statement, Object... arguments) {
    transactions.run(tx -> tx.update(statement, arguments)).await().atMost(BOUND);
  }

  public long number(String query, Object... arguments) {
    return transactions
        .run(tx -> tx.select(query, arguments).map(rows -> rows.getFirst().longValue(0)))
        .await()
        .atMost(BOUND);
  }

  public List<String> texts(String query, Object... arguments) {
    return transactions
        .run(tx -> tx.select(query, arguments))
        .map(rows -> rows.stream().map(row -> row.string(0)).toList())
        .await()
        .atMost(BOUND);
  }
}
