package dev.countinghouse.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Channels for tests that begin with points. */
final class Trials {

  private Trials() {}

  /** A live channel on trial, with the 1,000 PU that a trial grants (TRI-4). */
  static String onTrial(Client owner, String name) {
    String channel =
        owner
            .post(
                "/v1/channels",
                Map.of(
                    "name", name,
                    "timeZone", "Asia/Seoul",
                    "currency", "USD",
                    "country", "KR",
                    "priceBook", "mau-2023",
                    "sandbox", false))
            .expect(201)
            .text("id");
    String path = "/v1/channels/" + channel + "/";
    owner.post(path + "tutorial-completion", null);
    owner.post(path + "trial", Map.of("plan", "paid", "addOns", List.of())).expect(201);
    Check.eventually(
        Duration.ofMinutes(1),
        "TRI-4 grants 1000 PU",
        () -> owner.get(path + "pu").expect(200),
        pu -> pu.body().path("available").asText("0").equals("1000"));
    return channel;
  }
}
