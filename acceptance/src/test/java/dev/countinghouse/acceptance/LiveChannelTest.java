package dev.countinghouse.acceptance;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveChannelTest {

  private static final String NOW = "2030-01-01T00:00:00Z";

  @Test
  @DisplayName("TIME-3 a live channel has no test clock")
  void noTestClock() {
    Client owner = RunningSuite.gateway("live").asOwner();
    String live = channel(owner, false);

    owner
        .put("/v1/channels/" + live + "/test-clock", Map.of("now", NOW))
        .refused("test-clock.live-channel");
  }

  @Test
  @DisplayName("TIME-3 no other channel notices that a test clock moves")
  void nobodyElseNotices() {
    Client owner = RunningSuite.gateway("neighbours").asOwner();
    String moving = channel(owner, true);
    String standing = channel(owner, true);
    Instant before = now(owner, standing);

    owner.put("/v1/channels/" + moving + "/test-clock", Map.of("now", NOW)).expect(202);
    Check.eventually(
        java.time.Duration.ofSeconds(30),
        "the clock gets there",
        () -> owner.get("/v1/channels/" + moving + "/test-clock"),
        clock -> clock.text("status").equals("ready"));

    Check.same(before, now(owner, standing), "the other channel's clock");
  }

  private static Instant now(Client owner, String channel) {
    return Instant.parse(
        owner.get("/v1/channels/" + channel + "/test-clock").expect(200).text("now"));
  }

  private static String channel(Client owner, boolean sandbox) {
    return owner
        .post(
            "/v1/channels",
            Map.of(
                "name", "Shop",
                "timeZone", "Asia/Seoul",
                "currency", "USD",
                "country", "KR",
                "sandbox", sandbox))
        .expect(201)
        .text("id");
  }
}
