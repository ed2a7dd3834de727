package dev.countinghouse.prepaid.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.hold.PlaceHolds;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transactions;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Accounts with auto-recharge: their points, their holds, and the purchases that it places. */
@ApplicationScoped
class RechargeScene {

  static final Instant START = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

  private final Transactions transactions;
  private final DecideOnAccount account;
  private final SwitchRecharge switching;
  private final OpenCatalogue catalogues;
  private final PlaceHolds place;
  private final SeededChannels channels;
  private final Tokens tokens;

  RechargeScene(
      Transactions transactions,
      DecideOnAccount account,
      SwitchRecharge switching,
      OpenCatalogue catalogues,
      PlaceHolds place,
      SeededChannels channels,
      Tokens tokens) {
    this.transactions = transactions;
    this.account = account;
    this.switching = switching;
    this.catalogues = catalogues;
    this.place = place;
    this.channels = channels;
    this.tokens = tokens;
  }

  void on(String channel, long thresholdTenths, long units) {
    SwitchRecharge.Result result =
        await(
            catalogues
                .open(channel)
                .chain(all -> switching.on(all, thresholdTenths, BigDecimal.valueOf(units))));
    assertThat(result).isInstanceOf(SwitchRecharge.Result.On.class);
  }

  ValidatableResponse setting(String channel) {
    return tokens.ownerOf(channel).get(path(channel)).then().statusCode(200);
  }

  static String path(String channel) {
    return "/v1/channels/" + channel + "/pu/auto-recharge";
  }

  String sandboxWith(long tenths) {
    String channel = onFree(channels.sandboxAt(START));
    buy(channel, tenths);
    return channel;
  }

  void buy(String channel, long tenths) {
    add(channel, new LedgerCommand.AddLot("bought", PointLot.Kind.PURCHASED, tenths, LATE, START));
  }

  void add(String channel, LedgerCommand lot) {
    await(transactions.run(tx -> account.decide(tx, channel, lot)));
  }

  String hold(String channel, String id, long tenths) {
    return await(asked(channel, id, tenths));
  }

  List<String> atOnce(String channel, int count, long tenths) {
    List<CompletableFuture<String>> answers =
        IntStream.range(0, count)
            .mapToObj(i -> asked(channel, "m" + i, tenths).subscribeAsCompletionStage())
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private Uni<String> asked(String channel, String id, long tenths) {
    return place
        .place(List.of(new HoldRequest(id, channel, tenths, "sms", START)))
        .map(answers -> answers.get(0).status());
  }

  List<String> recharges(String channel) {
    String sql =
        "select order_id from prepaid_order where channel_id = $1 and origin = 'auto-recharge'"
            + " order by order_id";
    return await(transactions.single(sql, channel)).stream().map(row -> row.string(0)).toList();
  }

  /** How many events the channel's outbox has ever had; those that Kafka has are gone from it. */
  long events(String channel) {
    String sql = "select last_sequence from outbox_key where key = $1";
    return await(transactions.single(sql, channel)).get(0).longValue(0);
  }

  String onFree(String channel) {
    String sql =
        "insert into channel_plan (channel_id, standing, plan, book, book_version, since)"
            + " values ($1, 'free', 'free', 'mau-2023', 1, now())";
    await(transactions.run(tx -> tx.update(sql, channel)));
    return channel;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
