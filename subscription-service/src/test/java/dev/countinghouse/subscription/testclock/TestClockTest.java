package dev.countinghouse.subscription.testclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import dev.countinghouse.subscription.KnownMau;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(OneServiceProfile.class)
class TestClockTest {

  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long ALL_EVENTS = 1_000_000;

  @Inject Api api;
  @Inject KnownMau mau;
  @Inject Pool pool;

  @Test
  @DisplayName(
      "TIME-3 a year of a monthly subscription: invoices in order, without a gap, in seconds")
  void year() {
    String channel = subscribed();
    long start = System.nanoTime();

    put(channel, NOW.plus(Duration.ofDays(14 + 365))).statusCode(202);
    JsonPath clock = awaitEnd(channel, Duration.ofSeconds(60));

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(clock.getString("status")).as("%s", clock.prettify()).isEqualTo("ready");
    assertThat(took).isLessThan(Duration.ofSeconds(30));
    JsonPath invoices = api.get(channel, "/invoices");
    assertThat(invoices.<String>getList("items.number"))
        .isEqualTo(IntStream.rangeClosed(1, 13).mapToObj("INV-%06d"::formatted).toList());
    assertThat(invoices.<String>getList("items.issuedAt")).isEqualTo(anchors(13));
  }

  @Test
  @DisplayName("TIME-3 setting a clock to where it stands is ready at once")
  void standing() {
    String channel = atRest(api.sandbox(NOW));

    put(channel, NOW).statusCode(202).body("status", equalTo("ready")).body("target", nullValue());
  }

  @Test
  @DisplayName("TIME-3 a live channel has no test clock, on any path")
  void live() {
    String channel =
        api.channel(
            Map.of("name", "Live", "timeZone", "Asia/Seoul", "currency", "USD", "country", "KR"));

    put(channel, NOW).statusCode(409).body("code", equalTo("test-clock.live-channel"));
    api.owner(channel)
        .get("/v1/channels/{c}/test-clock", channel)
        .then()
        .statusCode(409)
        .body("code", equalTo("test-clock.live-channel"));
    api.owner(channel)
        .post("/v1/channels/{c}/test-clock/resumption", channel)
        .then()
        .statusCode(409)
        .body("code", equalTo("test-clock.live-channel"));
  }

  @Test
  @DisplayName("TIME-3 the first setting of a fresh channel may choose the past, the next may not")
  void rewind() {
    String channel = api.sandbox(NOW);
    Instant past = NOW.minus(Duration.ofDays(400));

    put(channel, past).statusCode(202).body("status", equalTo("advancing"));
    atRest(channel);
    JsonPath clock = awaitEnd(channel, PATIENCE);

    assertThat(clock.getString("status")).isEqualTo("ready");
    assertThat(Instant.parse(clock.getString("now"))).isEqualTo(past);
    put(channel, past.minusSeconds(1))
        .statusCode(409)
        .body("code", equalTo("test-clock.backwards"));
  }

  @Test
  @DisplayName("TIME-3 once a trial has begun the clock only goes forward")
  void backwards() {
    String channel = atRest(api.inTrial(NOW));

    put(channel, NOW.minusSeconds(1)).statusCode(409).body("code", equalTo("test-clock.backwards"));
  }

  @Test
  @DisplayName("SYS-5 too far, no instant, nothing: refused by name")
  void badInput() {
    String channel = atRest(api.sandbox(NOW));

    put(channel, NOW.plus(Duration.ofDays(3661)))
        .statusCode(422)
        .body("code", equalTo("test-clock.too-far"));
    api.owner(channel)
        .body(Map.of("now", "tomorrow"))
        .put("/v1/channels/{c}/test-clock", channel)
        .then()
        .statusCode(400)
        .body("code", equalTo("body.wrong-type"));
    api.owner(channel)
        .body("{}")
        .put("/v1/channels/{c}/test-clock", channel)
        .then()
        .statusCode(400);
  }

  @Test
  @DisplayName("TIME-3 on its way, it takes the same target again and no other")
  void advancing() {
    String channel = api.inTrial(NOW);
    Instant target = NOW.plusSeconds(3600);
    put(channel, target).statusCode(202).body("status", equalTo("advancing"));

    put(channel, target).statusCode(202).body("target", equalTo(target.toString()));
    put(channel, target.plusSeconds(1))
        .statusCode(409)
        .body("code", equalTo("test-clock.advancing"));
  }

  @Test
  @DisplayName("TIME-3 events that are not applied in time fail the clock; it can be resumed")
  void unsettled() {
    String channel = api.inTrial(NOW);
    Instant target = NOW.plusSeconds(3600);
    put(channel, target).statusCode(202);

    JsonPath failed = awaitEnd(channel, PATIENCE);
    atRest(channel);
    api.owner(channel)
        .post("/v1/channels/{c}/test-clock/resumption", channel)
        .then()
        .statusCode(202)
        .body("status", equalTo("advancing"));
    JsonPath ready = awaitEnd(channel, PATIENCE);

    assertThat(failed.getString("status")).isEqualTo("failed");
    assertThat(failed.getString("reason")).contains(" events of ").contains(" has applied 0 of ");
    assertThat(Instant.parse(failed.getString("target"))).isEqualTo(target);
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(Instant.parse(ready.getString("now"))).isEqualTo(target);
  }

  @Test
  @DisplayName(
      "TIME-3 due work that fails shows with its kind and reason; a repeated setting goes on")
  void failingWork() {
    String channel = subscribed();
    Instant target = NOW.plus(Duration.ofDays(15));
    mau.failNext(channel, 100);
    put(channel, target).statusCode(202);

    JsonPath failed = awaitEnd(channel, PATIENCE);
    mau.failNext(channel, 0);
    put(channel, target).statusCode(202).body("status", equalTo("advancing"));
    JsonPath ready = awaitEnd(channel, PATIENCE);

    assertThat(failed.getString("status")).isEqualTo("failed");
    assertThat(failed.getString("reason")).contains("metering is down");
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(1);
  }

  @Test
  @DisplayName("TIME-3 a clock whose pod died between two services' clocks is taken over")
  void takeover() {
    String channel = subscribed();
    Instant end = NOW.plus(Duration.ofDays(14));
    Instant target = NOW.plus(Duration.ofDays(20));
    sql(
        """
        insert into test_clock
          (channel, status, target, moving_to, rewind, claimed_by, claimed_until)
        values ($1, 'advancing', $2, $3, false, 'a dead pod', now() + interval '300 ms')""",
        channel,
        target.atOffset(ZoneOffset.UTC),
        end.atOffset(ZoneOffset.UTC));

    JsonPath clock = awaitEnd(channel, PATIENCE);

    assertThat(clock.getString("status")).as("%s", clock.prettify()).isEqualTo("ready");
    assertThat(Instant.parse(clock.getString("now"))).isEqualTo(target);
    assertThat(api.get(channel, "/invoices").getList("items")).hasSize(1);
  }

  @Test
  @DisplayName("SYS-3 nobody sees or sets another's clock")
  void strangers() {
    String mine = api.sandbox(NOW);
    String other = api.sandbox(NOW);

    api.owner(other)
        .body(Map.of("now", NOW.plusSeconds(1).toString()))
        .put("/v1/channels/{c}/test-clock", mine)
        .then()
        .statusCode(404)
        .body("detail", containsString("no such channel"));
    api.owner(other).get("/v1/channels/{c}/test-clock", mine).then().statusCode(404);
  }

  /** The first instant after the trial, and the same local time of the months after it. */
  private static List<String> anchors(int months) {
    ZonedDateTime first = NOW.plus(Duration.ofDays(14)).atZone(ZoneId.of("Asia/Seoul"));
    return IntStream.range(0, months)
        .mapToObj(n -> first.plusMonths(n).toInstant().toString())
        .toList();
  }

  private String subscribed() {
    String channel = atRest(api.inTrial(NOW));
    mau.set(channel, 12_000);
    api.addCard(channel, "pm_card_ok");
    return channel;
  }

  /** Says that every service has applied every event of the channel. */
  private String atRest(String channel) {
    for (ServiceName source : ServiceName.values()) {
      sql(
          """
          insert into inbox (key, source, last_sequence) values ($1, $2, $3)
          on conflict (key, source) do update set last_sequence = excluded.last_sequence""",
          channel,
          source.id(),
          ALL_EVENTS);
    }
    return channel;
  }

  private void sql(String sql, Object... arguments) {
    pool.preparedQuery(sql)
        .execute(Tuple.from(List.of(arguments)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private ValidatableResponse put(String channel, Instant now) {
    return api.owner(channel)
        .body(Map.of("now", now.toString()))
        .put("/v1/channels/{c}/test-clock", channel)
        .then();
  }

  private JsonPath awaitEnd(String channel, Duration patience) {
    return await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> api.get(channel, "/test-clock"),
            clock -> !clock.getString("status").equals("advancing"));
  }
}
