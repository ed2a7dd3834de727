package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class OrderConcurrencyTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final int BUYERS = 16;

  @Inject BoughtLots bought;
  @Inject PlayedOrders orders;
  @Inject Tokens tokens;

  @Test
  @DisplayName(
      "PRE-11 two orders at once cannot share the same room: of 16 buyers of 1,000, two get it")
  void room() throws Exception {
    String channel = bought.channelOn("early-stage", NOW);

    List<Integer> statuses =
        atOnce(
            buyer ->
                post(
                    channel,
                    "/prepaid/purchases",
                    "{\"item\":\"mu\",\"monthlyQuantity\":1000}",
                    ""));

    assertThat(statuses).containsOnly(202, 422);
    assertThat(statuses.stream().filter(status -> status == 202)).hasSize(2);
    assertThat(orders.due(channel)).hasSize(2);
  }

  @Test
  @DisplayName("PRE-11 nor can purchases and reservations")
  void roomOfReservations() throws Exception {
    String channel = bought.channelOn("early-stage", NOW);

    List<Integer> statuses =
        atOnce(
            buyer ->
                post(
                    channel,
                    buyer % 2 == 0 ? "/prepaid/purchases" : "/prepaid/reservations",
                    "{\"item\":\"mu\",\"monthlyQuantity\":1000}",
                    ""));

    assertThat(statuses.stream().filter(status -> status != 422)).hasSize(2);
  }

  @Test
  @DisplayName("SYS-2 PU-4 the same key from 16 clients at once is one order")
  void oneKey() throws Exception {
    String channel = bought.channelOn("growth", NOW);

    List<Integer> statuses =
        atOnce(buyer -> post(channel, "/pu/top-ups", "{\"units\":1000}", "same"));

    assertThat(statuses).containsOnly(202);
    assertThat(orders.due(channel)).hasSize(1);
  }

  @Test
  @DisplayName(
      "SYS-2 PRE-15 the same key from 16 clients at once is one refund, and all are told so")
  void oneRefund() throws Exception {
    String channel = bought.channelOn("growth", NOW);
    String lot = bought.buy(channel, "workflow-action", 1000, false);

    List<Integer> statuses =
        atOnce(buyer -> post(channel, "/prepaid/lots/" + lot + "/refund", "", "same"));

    assertThat(statuses).containsOnly(202);
  }

  private interface Buyer {
    int buy(int number);
  }

  private static List<Integer> atOnce(Buyer buyer) throws InterruptedException, ExecutionException {
    try (ExecutorService clients = Executors.newFixedThreadPool(BUYERS)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, BUYERS)
              .mapToObj(number -> (Callable<Integer>) () -> buyer.buy(number))
              .toList();
      return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private int post(String channel, String path, String body, String key) {
    return (key.isEmpty()
            ? tokens.ownerOf(channel)
            : tokens.ownerOf(channel).header("Idempotency-Key", key))
        .body(body)
        .post("/v1/channels/" + channel + path)
        .statusCode();
  }
}
