package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.HeldRows;
import dev.countinghouse.prepaid.HeldRows.Held;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A cart is paid while somebody holds a lot that is there already and has to tell of it, as the
 * work that tells of a lot's end does.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class LotsBeforeOutboxTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Duration BOUND = Duration.ofSeconds(10);

  @Inject BoughtLots bought;
  @Inject HeldRows rows;
  @Inject UsageScene scene;

  @Test
  @DisplayName("ADR 0010 PRE-18 all lots of a cart are there before any of them is told of")
  void lotsFirst() {
    String channel = bought.channelOn("growth", NOW);
    bought.buy(channel, "marketing-message", 100, false);
    scene.useAt(channel, "marketing-messages", NOW, 500);
    String order = bought.orderCart(channel, "workflow-action", 100, "marketing-message", 100);

    Held lot = rows.lots(channel).await();
    CompletableFuture<Void> paid = CompletableFuture.runAsync(() -> bought.pay(channel, order));
    rows.awaitWaiting(1);
    Held outbox = rows.outbox(channel);

    assertThat(outbox.begun()).succeedsWithin(BOUND);
    outbox.release();
    lot.release();
    assertThat(paid).succeedsWithin(BOUND);
  }
}
