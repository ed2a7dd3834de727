package dev.countinghouse.prepaid.plan;

import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Channels that this service has not met; in these tests subscription-service answers no call. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class ToldChannelTest {

  @Inject Events events;
  @Inject Tokens tokens;

  private final String channel = Ids.create(Ids.CHANNEL);

  @Test
  @DisplayName("SYS-1 SUB-1 the event that tells of a channel suffices to know it")
  void told() {
    Instant createdAt = Instant.parse("2024-01-01T00:00:00Z");

    events.ofSubscription(
        channel,
        "channel.created",
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", "usage-2024", 1, true, createdAt));

    tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/items")
        .then()
        .statusCode(200)
        .body("standing", equalTo("free"))
        .body("priceBook", equalTo("usage-2024"));
  }
}
