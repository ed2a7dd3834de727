package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.acceptance.HoldPlan.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The clients of one channel's points: they place holds one by one and in batches, end them, ask
 * again what others asked, and now and then ask for what must be refused. Ids are taken near the
 * newest one, so that many clients ask for one id at the same time.
 */
final class HoldTraffic {

  static final String ASKED_AT = "2024-01-01T00:00:00Z";
  private static final int BATCH = 20;
  private static final int REACH = 40;

  private final Client prepaid;
  private final String channel;
  private final Witness witness = new Witness();
  private final AtomicInteger newest = new AtomicInteger();

  HoldTraffic(Client prepaid, String channel) {
    this.prepaid = prepaid;
    this.channel = channel;
  }

  /** One client, until {@code over}. */
  void play(long seed, BooleanSupplier over) {
    SplittableRandom random = new SplittableRandom(seed);
    while (!over.getAsBoolean()) {
      int draw = random.nextInt(100);
      if (draw < 40) {
        place(List.of(near(random)));
      } else if (draw < 46) {
        place(several(random));
      } else if (draw < 96) {
        end(near(random));
      } else if (draw < 98) {
        forge(near(random));
      } else {
        contradict(near(random));
      }
    }
  }

  private HoldPlan near(SplittableRandom random) {
    int number = newest.updateAndGet(last -> last + random.nextInt(2)) - random.nextInt(REACH);
    return HoldPlan.of("h" + Math.max(0, number));
  }

  private List<HoldPlan> several(SplittableRandom random) {
    List<HoldPlan> plans = new ArrayList<>();
    for (int place = 0; place < BATCH; place++) {
      plans.add(near(random));
    }
    return plans;
  }

  /** Asks once more for every hold that was ever answered. */
  void placeAllAgain() {
    List<String> ids = witness.answered();
    for (int from = 0; from < ids.size(); from += 500) {
      place(
          ids.subList(from, Math.min(from + 500, ids.size())).stream().map(HoldPlan::of).toList());
    }
  }

  private void place(List<HoldPlan> plans) {
    List<Map<String, Object>> holds = plans.stream().map(plan -> plan.request(channel)).toList();
    JsonNode answers =
        prepaid.post("/internal/holds", Map.of("holds", holds)).expect(200).body().path("holds");
    Check.same(plans.size(), answers.size(), "an answer a hold");
    for (int place = 0; place < plans.size(); place++) {
      JsonNode answer = answers.get(place);
      Check.same(plans.get(place).id(), answer.path("id").asText(), "answers in their order");
      witness.placed(plans.get(place).id(), text(answer));
    }
  }

  private static String text(JsonNode answer) {
    return answer.path("status").asText()
        + " "
        + answer.path("code").asText("")
        + " "
        + answer.path("availableTenths").asLong();
  }

  private void end(HoldPlan plan) {
    if (!witness.isHeld(plan.id()) || plan.ending() == Ending.LEFT_OPEN) {
      return;
    }
    Reply reply =
        plan.ending() == Ending.CAPTURED
            ? prepaid.post(path(plan, "capture"), Map.of("tenths", plan.captured()))
            : prepaid.post(path(plan, "release"), null);
    JsonNode hold = reply.expect(200).body();
    witness.ended(
        plan.id(), hold.path("status").asText() + " " + hold.path("capturedTenths").asLong());
  }

  /** The same id with other content (PU-4). */
  private void forge(HoldPlan plan) {
    if (!witness.knows(plan.id())) {
      return;
    }
    Map<String, Object> call = Map.of("holds", List.of(plan.forged(channel)));
    JsonNode answer = prepaid.post("/internal/holds", call).expect(200).body().path("holds").get(0);
    if (!answer.path("code").asText().equals("pu.hold-conflict")) {
      witness.contradicted("other content for " + plan.id() + ": " + answer);
    }
  }

  /** A second end that is not the first (PU-3). */
  private void contradict(HoldPlan plan) {
    if (!witness.hasEnded(plan.id())) {
      return;
    }
    Reply reply =
        plan.ending() == Ending.CAPTURED
            ? prepaid.post(path(plan, "release"), null)
            : prepaid.post(path(plan, "capture"), Map.of("tenths", 1));
    if (!reply.text("code").equals("pu.hold-ended")) {
      witness.contradicted("a second end of " + plan.id() + ": " + reply);
    }
  }

  private String path(HoldPlan plan, String end) {
    return "/internal/channels/" + channel + "/holds/" + plan.id() + "/" + end;
  }

  /** The hold as the service tells it: what it reserved, and how it ended. */
  JsonNode read(String id) {
    return prepaid.get("/internal/channels/" + channel + "/holds/" + id).expect(200).body();
  }

  /** Whether the balances rebuilt from the journal are the stored ones (PU-1). */
  JsonNode rebuilt() {
    return prepaid.get("/internal/channels/" + channel + "/pu/rebuilt").expect(200).body();
  }

  String channel() {
    return channel;
  }

  Witness witness() {
    return witness;
  }
}
