package dev.countinghouse.prepaid.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.contracts.internal.SettlementRequest;
import dev.countinghouse.contracts.internal.SettlementRequests;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many holds in one call, and their ends. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class HoldsResourceTest {

  @Inject FundedChannels funded;
  @Inject Tokens tokens;

  private String channel;
  private String other;

  @BeforeEach
  void fund() {
    channel = funded.sandbox(10_000);
    other = funded.sandbox(100);
  }

  @Test
  @DisplayName("PU-3 PU-4 a thousand holds of several channels, each answered for itself")
  void thousand() {
    place(new HoldRequest("taken", channel, 5, "sms", FundedChannels.START));
    List<HoldRequest> holds = new ArrayList<>();
    IntStream.range(0, 996).forEach(i -> holds.add(hold("m" + i, channel, 10)));
    holds.add(500, hold("taken", channel, 6));
    holds.add(501, hold("much", other, 101));
    holds.add(502, hold("nobody", "no-channel", 1));
    holds.add(503, hold("little", other, 100));

    ValidatableResponse answers = place(holds.toArray(HoldRequest[]::new)).statusCode(200);

    answers.body("holds.id", equalTo(holds.stream().map(HoldRequest::id).toList()));
    answers
        .body("holds.findAll { it.status == 'held' }", hasSize(997))
        .body("holds[500].code", equalTo("pu.hold-conflict"))
        .body("holds[501].code", equalTo("pu.insufficient"))
        .body("holds[501].availableTenths", equalTo(100))
        .body("holds[502].code", equalTo("channel.not-found"))
        .body("holds[503].status", equalTo("held"));
    assertThat(held(channel)).isEqualTo("996.5");
    assertThat(held(other)).isEqualTo("10");
  }

  @Test
  @DisplayName("SYS-5 a thousand and one are refused, and nothing is held")
  void oneTooMany() {
    HoldRequest[] holds =
        Collections.nCopies(1_001, hold("m", channel, 1)).toArray(HoldRequest[]::new);

    place(holds).statusCode(400).body("errors.field", contains("holds"));

    assertThat(held(channel)).isEqualTo("0");
  }

  @Test
  @DisplayName("PU-4 an id that cannot be kept as it is holds nothing, however often it is sent")
  void halfASurrogatePair() {
    String holds =
        "{\"holds\":[{\"id\":\"m\\ud800\",\"channel\":\"%s\",\"tenths\":10,\"reason\":\"sms\"}]}"
            .formatted(channel);

    for (int time = 0; time < 2; time++) {
      tokens.service().body(holds).post("/internal/holds").then().statusCode(400);
    }

    assertThat(held(channel)).isEqualTo("0");
  }

  @Test
  @DisplayName("PU-4 what cannot be decided on one channel takes no other's answer with it")
  void undecided() {
    String neverMet = Ids.create(Ids.CHANNEL);

    ValidatableResponse answers =
        place(hold("a", channel, 10), hold("b", neverMet, 10), hold("c", other, 10));

    answers
        .statusCode(200)
        .body("holds.status", contains("held", "undecided", "held"))
        .body("holds[1].code", equalTo("service.unavailable"));
    assertThat(held(channel)).isEqualTo("1");
    assertThat(held(other)).isEqualTo("1");
  }

  @Test
  @DisplayName("SYS-5 where the only channel cannot be decided on, the call says so itself")
  void unavailable() {
    place(hold("a", Ids.create(Ids.CHANNEL), 10))
        .statusCode(503)
        .body("code", equalTo("service.unavailable"));
  }

  @Test
  @DisplayName("PU-3 many ends of holds, each answered for itself; asked again, the same")
  void settlements() {
    place(
        hold("a", channel, 10),
        hold("b", channel, 10),
        hold("c", channel, 10),
        hold("d", other, 10));
    SettlementRequest[] ends = {
      end("a", channel, 7),
      end("b", channel, 0),
      end("c", channel, 11),
      end("d", other, 10),
      end("x", channel, 1),
      end("a", "no-channel", 1),
      end("a", Ids.create(Ids.CHANNEL), 1)
    };

    for (int time = 0; time < 2; time++) {
      settle(ends)
          .statusCode(200)
          .body("settlements.id", contains("a", "b", "c", "d", "x", "a", "a"))
          .body(
              "settlements.status",
              contains(
                  "settled", "settled", "refused", "settled", "refused", "refused", "undecided"))
          .body(
              "settlements.code",
              contains(
                  null,
                  null,
                  "pu.capture-exceeds-hold",
                  null,
                  "pu.hold-not-found",
                  "channel.not-found",
                  "service.unavailable"))
          .body(
              "settlements.holdStatus",
              contains("captured", "released", "open", "captured", null, null, null))
          .body("settlements.capturedTenths", contains(7, 0, 0, 10, 0, 0, 0));
    }

    assertThat(held(channel)).isEqualTo("1");
    assertThat(available(channel)).isEqualTo("998.3");
    assertThat(available(other)).isEqualTo("9");
  }

  @Test
  @DisplayName("PU-3 a hold that has ended in another way is named with its fate")
  void endedOtherwise() {
    place(hold("a", channel, 10));
    settle(end("a", channel, 0));

    settle(end("a", channel, 10))
        .body("settlements[0].status", equalTo("refused"))
        .body("settlements[0].code", equalTo("pu.hold-ended"))
        .body("settlements[0].holdStatus", equalTo("released"));
    assertThat(available(channel)).isEqualTo("1000");
  }

  @Test
  @DisplayName("SYS-5 bad ends of holds name the field, and none of the call's is settled")
  void badSettlements() {
    place(hold("a", channel, 10));

    settle(end("a", channel, 10), end("a", channel, -1), end("", "", 1))
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "settlements[1].tenths", "settlements[2].id", "settlements[2].channel"));
    settle().statusCode(400).body("errors.field", contains("settlements"));

    assertThat(held(channel)).isEqualTo("1");
  }

  private static HoldRequest hold(String id, String channel, long tenths) {
    return new HoldRequest(id, channel, tenths, "sms", FundedChannels.START);
  }

  private static SettlementRequest end(String id, String channel, long tenths) {
    return new SettlementRequest(id, channel, tenths);
  }

  private ValidatableResponse place(HoldRequest... holds) {
    return tokens.service().body(new HoldRequests(List.of(holds))).post("/internal/holds").then();
  }

  private ValidatableResponse settle(SettlementRequest... ends) {
    return tokens
        .service()
        .body(new SettlementRequests(List.of(ends)))
        .post("/internal/holds/settlements")
        .then();
  }

  private String held(String of) {
    return balances(of).extract().path("held");
  }

  private String available(String of) {
    return balances(of).extract().path("available");
  }

  private ValidatableResponse balances(String of) {
    return tokens.agentOf(of).get("/v1/channels/" + of + "/pu").then().statusCode(200);
  }
}
