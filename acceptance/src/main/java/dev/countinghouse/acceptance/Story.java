package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One true story through the gateway: a channel tries the product, is counted, sends texts,
 * converts and is billed for a year. Each chapter holds the suite to what {@code rules.md} says;
 * the first that does not hold ends the story.
 */
public final class Story {

  static final OffsetDateTime START = OffsetDateTime.parse("2024-02-20T10:00:00+09:00");
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Gateway gateway;
  private final Client owner;
  private final Consumer<Chapter> beforeChapter;
  private @Nullable SandboxChannel channel;

  /**
   * @param beforeChapter told of each chapter before it is played
   */
  public Story(Gateway gateway, Consumer<Chapter> beforeChapter) {
    this.gateway = gateway;
    this.owner = gateway.asOwner();
    this.beforeChapter = beforeChapter;
  }

  /**
   * Plays every chapter.
   *
   * @return the bill at the end
   * @throws StepFailed at the first step that does not hold
   */
  public Bill play() {
    for (Chapter chapter : Chapter.values()) {
      beforeChapter.accept(chapter);
      switch (chapter) {
        case CHANNEL -> createChannel();
        case TRIAL -> startTrial();
        case POINTS -> points("1000", "0", "1000");
        case USAGE -> countUsers();
        case MESSAGES -> sendTexts();
        case RESERVATION -> reserveActions();
        case CARD -> putCardOnFile();
        case CONVERSION -> convert();
        case YEAR -> aYearLater();
        case ISOLATION -> new Isolation(gateway.asOther()).seesNothingOf(channel());
      }
    }
    return bill();
  }

  /** The id of the channel that the story is about, once it exists. */
  public String channel() {
    return shop().id();
  }

  private SandboxChannel shop() {
    if (channel == null) {
      throw new StepFailed("the story has no channel yet");
    }
    return channel;
  }

  private void createChannel() {
    channel = SandboxChannel.create(owner, "Story shop", START);
  }

  private void startTrial() {
    Map<String, Object> trial = Map.of("plan", "paid", "addOns", List.of("operation"));
    owner.post(path("trial"), trial).refused("trial.tutorial-incomplete");
    Reply done = owner.post(path("tutorial-completion"), null);
    Check.that(done.status() < 300, "the tutorial can be completed: " + done);
    Reply started = owner.post(path("trial"), trial).expect(201);
    Check.sameInstant(
        START.plusDays(14), started.text("endsAt"), "TRI-1 the trial ends 14 days later");
    owner.post(path("trial"), trial).refused("trial.already-used");
  }

  private void countUsers() {
    shop().postEvents(Traffic.batchesTwice(channel(), START));
    Check.eventually(
        SOON, "MAU-7 is exact", this::mau, mau -> mau.body().path("mau").asLong() == Traffic.USERS);
  }

  private Reply mau() {
    return owner.get(path("mau") + "?on=" + START.toLocalDate()).expect(200);
  }

  private void sendTexts() {
    Client carrier = gateway.asService();
    Reply sms = text(45, "10");
    Reply lms = text(46, "28");
    points("1000", "38", "962");
    report(carrier, sms, "delivered");
    report(carrier, lms, "failed");
    points("990", "0", "990");
  }

  private Reply text(int hangul, String price) {
    Map<String, Object> message =
        Map.of(
            "kind", "sms",
            "to", "+821012345678",
            "text", "가".repeat(hangul),
            "purpose", "follow-up");
    Reply sent = owner.post(path("messages"), message).expect(201);
    Check.number(price, sent.text("priceUnits"), "MSG-1 " + hangul + " Hangul");
    return sent;
  }

  private static void report(Client carrier, Reply message, String status) {
    Reply reply =
        carrier.post(
            "/v1/delivery-reports", Map.of("message", message.text("id"), "status", status));
    Check.that(reply.status() < 300, "the report is taken: " + reply);
  }

  private void points(String posted, String held, String available) {
    Check.eventually(
        SOON,
        "PU are " + posted + " posted, " + held + " held, " + available + " available",
        () -> owner.get(path("pu")).expect(200),
        pu ->
            same(pu.text("posted"), posted)
                && same(pu.text("held"), held)
                && same(pu.text("available"), available));
  }

  private static boolean same(String actual, String expected) {
    return new java.math.BigDecimal(actual).compareTo(new java.math.BigDecimal(expected)) == 0;
  }

  private void reserveActions() {
    Map<String, Object> order =
        Map.of(
            "lines",
            List.of(Map.of("item", "workflow-action", "monthlyQuantity", 2000)),
            "renew",
            false);
    Reply reserved = owner.post(path("prepaid/reservations"), order).expect(201);
    Check.same("reserved", reserved.text("status"), "PRE-13");
  }

  private void putCardOnFile() {
    owner.post(path("payment-methods"), Map.of("token", "pm_card_ok")).expect(201);
  }

  private void convert() {
    shop().advanceTo(START.plusDays(14));
    points("0", "0", "0");
    Reply subscription = owner.get(path("subscription")).expect(200);
    Check.same("active", subscription.text("status"), "TRI-5");
    Bill.Row plan = bill().rows().get(0);
    Bill.Row addOn = bill().rows().get(1);
    Check.same("144.00 USD", plan.amount(), "MAU-6 the plan at 12,000 MAU");
    Check.same("96.00 USD", addOn.amount(), "MAU-6 the add-on at 12,000 MAU");
    Check.same("240.00 USD", plan.total(), "invoice 1");
    Check.same("paid", plan.status(), "invoice 1");
    Check.sameInstant(
        START.plusDays(14), plan.issuedAt(), "invoice 1 is of the day the trial ended");
    reservationIsLot();
  }

  private void reservationIsLot() {
    JsonNode lots = owner.get(path("prepaid/lots")).expect(200).body().path("items");
    Check.same(1, lots.size(), "PRE-13 the reservation is a lot");
    Check.same("workflow-action", lots.get(0).path("item").asText(), "the lot's item");
    Check.same("2024-03-05", lots.get(0).path("validFrom").asText(), "PRE-1 first day");
    Check.same("2025-03-04", lots.get(0).path("validUntil").asText(), "PRE-1 last day");
    JsonNode reservations =
        owner.get(path("prepaid/reservations")).expect(200).body().path("items");
    Check.same("executed", reservations.path(0).path("status").asText(), "PRE-13");
  }

  private void aYearLater() {
    OffsetDateTime converted = START.plusDays(14);
    shop().advanceTo(converted.plusYears(1));
    List<JsonNode> invoices = shop().invoices();
    for (int index = 0; index < invoices.size(); index++) {
      Check.same(index + 1, invoices.get(index).path("sequence").asInt(), "numbers without a gap");
    }
    List<JsonNode> monthly =
        invoices.stream().filter(i -> i.path("kind").asText().equals("subscription")).toList();
    Check.same(13, monthly.size(), "the first invoice and twelve more");
    for (int month = 0; month < monthly.size(); month++) {
      Check.sameInstant(
          converted.plusMonths(month),
          monthly.get(month).path("issuedAt").asText(),
          "TIME-4 invoice of month " + month);
    }
  }

  private Bill bill() {
    return Bill.of(shop().invoices());
  }

  private String path(String rest) {
    return "/v1/channels/" + channel() + "/" + rest;
  }
}
