package dev.countinghouse.prepaid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.BoughtLots;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class ReviewsTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final String LIST = "/v1/prepaid/reviews";

  private static final String MANY =
      """
      insert into prepaid_order (channel_id, order_id, origin, subject, status, charge_at, book)
        select 'ch_many', n::text, 'purchase', n::text, 'priced', now(), 'b'
        from generate_series(1, 5000) n;
      insert into refund (channel_id, refund_id, lot_id, status, asked_at)
        select 'ch_many', n::text, n::text, 'refunded', now() from generate_series(1, 5000) n;
      analyze prepaid_order, refund
      """;

  @Inject BoughtLots bought;
  @Inject ScriptedAnswers subscription;
  @Inject CountReviews count;
  @Inject MeterRegistry metrics;
  @Inject Pool pool;
  @Inject Tokens tokens;

  private String channel;
  private String lot;
  private String order;
  private String refund;

  @BeforeEach
  void putOneOfEachIntoReview() {
    channel = bought.channelOn("growth", NOW);
    lot = bought.buy(channel, "workflow-action", 1000, false);
    subscription.charges(channel, Scripted.refused(422, "charge.conflict"));
    subscription.refunds(channel, Scripted.refused(422, "refund.conflict"));
    order = bought.order(channel, "workflow-action", 2000, false);
    refund = tokens.ownerOf(channel).post(refundPath()).then().extract().path("id");
  }

  @Test
  @DisplayName("PU-4 what is in review is counted from the tables until an operator has ended it")
  void counted() {
    await(count.count());
    double orders = gauge("order");
    double refunds = gauge("refund");
    assertThat(List.of(orders, refunds)).allMatch(counted -> counted >= 1);

    subscription.noCharges(channel);
    subscription.noRefunds(channel);
    resolve(
        channelPath() + "/prepaid/orders/" + order + "/resolution", Map.of("outcome", "not-paid"));
    resolve(refundPath() + "/resolution", Map.of("refund", refund, "outcome", "declined"));

    await(count.count());
    assertThat(gauge("order")).isEqualTo(orders - 1);
    assertThat(gauge("refund")).isEqualTo(refunds - 1);
  }

  @Test
  @DisplayName("PU-4 operators see what is in review of all channels, page by page")
  void listed() {
    List<Map<String, Object>> ours =
        pages().stream().filter(review -> channel.equals(review.get("channel"))).toList();

    assertThat(ours)
        .extracting(
            review -> review.get("of"),
            review -> review.get("id"),
            review -> review.get("lot"),
            review -> review.get("reason"),
            review -> review.get("since"))
        .containsExactlyInAnyOrder(
            tuple("order", order, null, "charge.conflict", NOW.toString()),
            tuple("refund", refund, lot, "refund.conflict", NOW.toString()));
  }

  @Test
  @DisplayName("SYS-3 SYS-5 only operators see it, and a foreign cursor is refused")
  void notListed() {
    tokens.ownerOf(channel).get(LIST).then().statusCode(403);
    tokens
        .operator()
        .get(LIST + "?cursor=x")
        .then()
        .statusCode(400)
        .body("code", equalTo("page.cursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CountReviews.COUNT, ListReviews.LIST})
  @DisplayName("looking for what is in review reads no other order and no other refund")
  void byIndex(String sql) {
    List<String> plan = await(pool.withConnection(connection -> planAmongMany(connection, sql)));

    assertThat(plan)
        .anyMatch(step -> step.contains("prepaid_order_in_review"))
        .anyMatch(step -> step.contains("refund_in_review"))
        .noneMatch(step -> step.contains("Seq Scan"));
  }

  /** Of a handful of rows every index costs the same; the many are gone again afterwards. */
  private static Uni<List<String>> planAmongMany(SqlConnection connection, String sql) {
    return connection
        .begin()
        .chain(
            transaction ->
                connection
                    .query(MANY)
                    .execute()
                    .chain(() -> connection.query("explain (generic_plan) " + sql).execute())
                    .eventually(() -> transaction.rollback()))
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
  }

  private List<Map<String, Object>> pages() {
    List<Map<String, Object>> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      JsonPath page = page(cursor);
      all.addAll(page.getList("items"));
      cursor = page.getString("next");
    } while (cursor != null);
    return all;
  }

  private JsonPath page(@Nullable String cursor) {
    String from = cursor == null ? "" : "&cursor=" + cursor;
    return tokens
        .operator()
        .get(LIST + "?limit=1" + from)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void resolve(String path, Map<String, String> body) {
    tokens.operator().body(body).post(path).then().statusCode(200);
  }

  private double gauge(String of) {
    return metrics.get(CountReviews.GAUGE).tag("of", of).gauge().value();
  }

  private String refundPath() {
    return channelPath() + "/prepaid/lots/" + lot + "/refund";
  }

  private String channelPath() {
    return "/v1/channels/" + channel;
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(30));
  }
}
