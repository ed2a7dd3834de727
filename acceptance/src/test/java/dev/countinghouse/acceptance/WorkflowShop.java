package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A paying channel whose only lot of workflow actions, M = 100, began with its first paid day: it
 * was reserved in the trial and executed at the conversion (PRE-12, PRE-13).
 */
final class WorkflowShop {

  static final String ITEM = "workflow-action";
  static final String METER = "workflow-actions";
  private static final int TRIAL_DAYS = 14;
  private static final int BATCH = 100;
  private static final Duration SOON = Duration.ofMinutes(1);

  private final SandboxChannel channel;
  private int posted;

  private WorkflowShop(SandboxChannel channel) {
    this.channel = channel;
  }

  /** A shop whose first paid period, and lot, begin at {@code converted}. */
  static WorkflowShop payingSince(OffsetDateTime converted, Client owner, String name) {
    SandboxChannel channel = SandboxChannel.create(owner, name, converted.minusDays(TRIAL_DAYS));
    channel.post("tutorial-completion", null);
    channel.post("trial", Map.of("plan", "paid", "addOns", List.of())).expect(201);
    channel.post("payment-methods", Map.of("token", "pm_card_ok")).expect(201);
    Map<String, Object> order = Map.of("lines", List.of(line()), "renew", false);
    channel.post("prepaid/reservations", order).expect(201);
    channel.advanceTo(converted);
    return new WorkflowShop(channel);
  }

  /** 100 a month. */
  static Map<String, Object> line() {
    return Map.of("item", ITEM, "monthlyQuantity", 100);
  }

  SandboxChannel channel() {
    return channel;
  }

  /** Moves the clock to {@code at} and uses so many actions there; they are counted (MAU-7). */
  void use(int actions, OffsetDateTime at) {
    channel.advanceTo(at);
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int action = 0; action < actions; action++) {
      batch.add(action(at));
      if (batch.size() == BATCH || action == actions - 1) {
        channel.postBatch(batch);
        channel.postBatch(batch);
        batch.clear();
      }
    }
    LocalDate day = at.toLocalDate();
    String usage = "usage?meter=" + METER + "&from=" + day + "&to=" + day;
    Check.eventually(
        SOON,
        actions + " actions of " + day + " are counted, each once",
        () -> channel.get(usage).expect(200),
        reply -> reply.body().path("total").asLong(-1) == actions);
  }

  private Map<String, Object> action(OffsetDateTime at) {
    posted++;
    return Map.of(
        "specversion",
        "1.0",
        "id",
        "action-" + posted,
        "source",
        "https://shop.example/workflows",
        "type",
        "workflow.action",
        "subject",
        channel.id(),
        "time",
        at.toInstant().toString(),
        "datacontenttype",
        "application/json",
        "data",
        Map.of("workflow", "welcome"));
  }

  /** The windows of the statement, in the order of their lots. */
  List<JsonNode> windows(LocalDate from, LocalDate to) {
    return list(statement(from, to).path("windows"));
  }

  JsonNode statement(LocalDate from, LocalDate to) {
    String query = "prepaid/statement?item=" + ITEM + "&from=" + from + "&to=" + to;
    return channel.get(query).expect(200).body();
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
