package dev.countinghouse.prepaid;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What happens to a channel's usage, as the other services and its people would have it. */
@ApplicationScoped
public class UsageScene {

  public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  public static final String ACTIONS = "workflow-actions";

  private final Events events;
  private final Tokens tokens;
  private final SeededChannels channels;
  private final PlayedClock clock;
  private final Transactions transactions;
  private final CreateLot lots;
  private final ChannelClock channelClock;
  private final Lots table;

  UsageScene(
      Events events,
      Tokens tokens,
      SeededChannels channels,
      PlayedClock clock,
      Transactions transactions,
      CreateLot lots,
      ChannelClock channelClock,
      Lots table) {
    this.events = events;
    this.tokens = tokens;
    this.channels = channels;
    this.clock = clock;
    this.transactions = transactions;
    this.lots = lots;
    this.channelClock = channelClock;
    this.table = table;
  }

  /** The first instant of a day in Seoul. */
  public static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(SEOUL).toInstant();
  }

  /** A channel whose clock is the world's; its due work runs by itself. */
  public String liveChannel() {
    return channels.live();
  }

  /** A sandbox channel whose clock stands at the start of a day. */
  public String channelOn(String day) {
    return channels.sandboxAt(startOf(day));
  }

  /** A paid period of a plan of a book, from the start of one day to that of another. */
  public void period(String channel, String book, String plan, String from, String to) {
    periodBetween(channel, book, plan, startOf(from), startOf(to));
  }

  public void periodBetween(String channel, String book, String plan, Instant start, Instant end) {
    events.ofSubscription(
        channel,
        PeriodStarted.TYPE,
        new PeriodStarted(channel, plan, List.of(), book, 1, start, end, false));
  }

  /** A trial of a plan of a book, of 14 days. */
  public void trial(String channel, String book, String plan, String from) {
    Instant start = startOf(from);
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(
            channel, plan, List.of(), book, 1, start, start.plus(Duration.ofDays(14)), 0));
  }

  /** The trial ends on Free. */
  public void toFree(String channel, String on) {
    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, startOf(on), false));
  }

  /** The paid subscription ends before its period does. */
  public void ended(String channel, String on) {
    events.ofSubscription(
        channel,
        SubscriptionEnded.TYPE,
        new SubscriptionEnded(channel, startOf(on), "payment.failed"));
  }

  /** A lot that was paid. */
  public String buy(String channel, String item, long monthly, String start) {
    PurchasedLot lot = PurchasedLot.startingOn(LocalDate.parse(start), item, monthly, false);
    return transactions.run(tx -> create(tx, channel, lot)).await().atMost(Duration.ofSeconds(10));
  }

  private Uni<String> create(Transaction transaction, String channel, PurchasedLot lot) {
    CreateLot.Payment payment = new CreateLot.Payment("ord_test", "2024-1", 100, "USD");
    return channelClock
        .now(transaction, channel)
        .chain(
            now ->
                lots.create(transaction, now, lot, payment)
                    .call(id -> lots.tell(transaction, now, id, lot)));
  }

  /** A lot is paid back, asked for and answered at once. */
  public void payBack(String channel, String lot, String on) {
    transactions
        .run(
            tx ->
                table
                    .refunding(tx, channel, lot, "ref_test")
                    .chain(() -> table.refunded(tx, channel, lot, startOf(on))))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  /** Workflow actions at noon of a day. */
  public void use(String channel, String day, long quantity) {
    useAt(channel, ACTIONS, startOf(day).plus(Duration.ofHours(12)), quantity);
  }

  public void useAt(String channel, String meter, Instant at, long quantity) {
    UsageCounted.Count count = new UsageCounted.Count(at, quantity);
    events.ofMetering(channel, UsageCounted.TYPE, new UsageCounted(channel, meter, List.of(count)));
  }

  /** Moves the clock to the start of a day and runs what falls due on the way. */
  public void advance(String channel, String day) {
    clock.advance(channel, startOf(day));
  }

  /** Moves the clock without running anything. */
  public void set(String channel, Instant now) {
    clock.set(channel, now);
  }

  /** The statement of an item for days, both included. */
  public ValidatableResponse statement(String channel, String item, String from, String to) {
    return tokens
        .ownerOf(channel)
        .queryParams(Map.of("item", item, "from", from, "to", to))
        .get("/v1/channels/" + channel + "/prepaid/statement")
        .then()
        .statusCode(200);
  }

  public ValidatableResponse statement(String channel, String from, String to) {
    return statement(channel, "workflow-action", from, to);
  }

  /** The range of a day. */
  public ValidatableResponse range(String channel, String item, String on) {
    return tokens
        .ownerOf(channel)
        .queryParams(Map.of("item", item, "on", on))
        .get("/v1/channels/" + channel + "/prepaid/range")
        .then();
  }

  public ValidatableResponse limit(String channel, String item, String body) {
    return tokens
        .ownerOf(channel)
        .body(body)
        .put("/v1/channels/" + channel + "/prepaid/limits/" + item)
        .then();
  }

  /** Closes a period from the start of one day to that of another. */
  public ValidatableResponse close(
      String channel, String book, String plan, String from, String to, Map<String, Long> gauges) {
    List<ClosingRequest.GaugeReading> readings =
        gauges.entrySet().stream()
            .map(gauge -> new ClosingRequest.GaugeReading(gauge.getKey(), gauge.getValue()))
            .toList();
    return close(channel, new ClosingRequest(startOf(from), startOf(to), plan, book, 1, readings));
  }

  public ValidatableResponse close(String channel, ClosingRequest request) {
    return tokens
        .service()
        .body(request)
        .put("/internal/channels/" + channel + "/closings/" + request.start())
        .then();
  }
}
