package dev.countinghouse.prepaid.proof;

import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger that a test spoils, and what operators see of it. */
@ApplicationScoped
class ProofScene {

  static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  static final Instant END = START.plus(Duration.ofDays(365));
  static final String TRIAL_BALANCE = "/v1/pu/trial-balance";

  private final Transactions transactions;
  private final DecideOnAccount account;
  private final SeededChannels channels;
  private final Tokens tokens;

  ProofScene(
      Transactions transactions, DecideOnAccount account, SeededChannels channels, Tokens tokens) {
    this.transactions = transactions;
    this.account = account;
    this.channels = channels;
    this.tokens = tokens;
  }

  /** 100 bought, 20 of 30 captured, 14.5 held: ten entries. */
  String played() {
    String channel = channels.sandboxAt(START);
    decide(
        channel,
        List.of(
            new LedgerCommand.AddLot("bought", PointLot.Kind.PURCHASED, 1_000, END, START),
            new LedgerCommand.PlaceHold("m1", 300, "sms", START),
            new LedgerCommand.CaptureHold("m1", 200, START),
            new LedgerCommand.PlaceHold("m2", 145, "sms", START)));
    return channel;
  }

  void decide(String channel, List<LedgerCommand> commands) {
    await(transactions.run(t -> account.decide(t, channel, commands)));
  }

  void sql(String statement, String channel) {
    await(transactions.run(t -> t.update(statement, channel)));
  }

  /** What a statement finds of a channel, as text. */
  List<String> rows(String statement, String channel) {
    List<Fields> found = await(transactions.run(t -> t.select(statement, channel)));
    return found.stream().map(row -> row.string(0)).toList();
  }

  /** The channel's line of the trial balance; empty where no page has it. */
  Map<String, Object> line(String channel) {
    @Nullable String cursor = null;
    do {
      JsonPath page = page(cursor == null ? "" : "&cursor=" + cursor);
      List<Map<String, Object>> items = page.getList("items");
      for (Map<String, Object> item : items) {
        if (channel.equals(item.get("channel"))) {
          return item;
        }
      }
      cursor = page.getString("next");
    } while (cursor != null);
    return Map.of();
  }

  private JsonPath page(String cursor) {
    return tokens
        .operator()
        .get(TRIAL_BALANCE + "?limit=3" + cursor)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The comparison of journal and projections. */
  JsonPath rebuilt(String channel) {
    return tokens
        .service()
        .get("/internal/channels/" + channel + "/pu/rebuilt")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  JsonPath rebuild(String channel) {
    return tokens
        .operator()
        .contentType(ContentType.JSON)
        .post("/v1/channels/" + channel + "/pu/rebuild")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
