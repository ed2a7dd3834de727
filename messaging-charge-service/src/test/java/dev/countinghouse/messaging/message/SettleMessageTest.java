package dev.countinghouse.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.messaging.domain.MessageKind;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.messaging.domain.Settlement;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class SettleMessageTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");

  @Inject Transactions transactions;
  @Inject MessageStore messages;
  @Inject SettleMessage settleMessage;
  @Inject MissDeliveryReport missDeliveryReport;
  @Inject ChannelClock clock;

  private String channel = "";
  private String id = "";

  @BeforeEach
  void givenASentMessage() {
    channel = Ids.create(Ids.CHANNEL);
    id = Ids.create(Ids.MESSAGE);
    ChannelView view =
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", "mau-2023", 1, true, NOW);
    run(transaction -> clock.register(transaction, view));
    run(transaction -> messages.insert(transaction, sent(), "n", "t"));
  }

  @Test
  @DisplayName("MSG-6 of 40 reports at once one decides, and one event says so")
  void settledOnce() {
    List<Settlement> settlements =
        Multi.createFrom()
            .range(0, 40)
            .onItem()
            .transformToUni(
                n -> report(n % 2 == 0 ? MessageStatus.DELIVERED : MessageStatus.FAILED))
            .merge(8)
            .collect()
            .asList()
            .await()
            .atMost(LIMIT);

    assertThat(settlements).filteredOn(s -> s instanceof Settlement.Settled).hasSize(1);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "MSG-6 without a report for 72 hours the message failed, dated by the channel's clock")
  void reportMissing() {
    DueItem due =
        new DueItem(channel, MissDeliveryReport.KIND, id, NOW.plus(Duration.ofHours(72)), 1);

    missDeliveryReport.run(due).await().atMost(LIMIT);

    Message message = stored();
    assertThat(message.status()).isEqualTo(MessageStatus.FAILED);
    assertThat(message.settledAt()).isEqualTo(due.dueAt());
    assertThat(events()).isEqualTo(1);
  }

  @Test
  @DisplayName("MSG-6 a report after that changes nothing")
  void lateReport() {
    DueItem due = new DueItem(channel, MissDeliveryReport.KIND, id, NOW, 1);
    missDeliveryReport.run(due).await().atMost(LIMIT);

    Settlement settlement = report(MessageStatus.DELIVERED).await().atMost(LIMIT);

    assertThat(settlement).isEqualTo(new Settlement.Late(MessageStatus.FAILED));
    assertThat(stored().status()).isEqualTo(MessageStatus.FAILED);
  }

  private Uni<Settlement> report(MessageStatus status) {
    return transactions.run(
        transaction ->
            settleMessage
                .executeNow(transaction, channel, id, status)
                .map(Objects::requireNonNull));
  }

  private Message stored() {
    return Objects.requireNonNull(run(transaction -> messages.find(transaction, channel, id)));
  }

  private long events() {
    return run(
        transaction ->
            transaction
                .select("select last_sequence from outbox_key where key = $1", channel)
                .map(rows -> rows.isEmpty() ? 0L : rows.get(0).longValue(0)));
  }

  private <T> T run(Function<Transaction, Uni<T>> work) {
    return transactions.run(work).await().atMost(LIMIT);
  }

  private Message sent() {
    return new Message(
        channel, id, MessageKind.SMS, "KR", "follow-up", 100, 90, 1, MessageStatus.SENT, NOW, null);
  }
}
