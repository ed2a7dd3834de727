package dev.countinghouse.messaging.message;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.messaging.domain.Settlement;
import dev.countinghouse.outbox.Consumption;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Delivery reports of carriers; for internal programs. */
@Path("/v1/delivery-reports")
@Tag(name = "messages")
public class DeliveryReportResource {

  private final MessageStore messages;
  private final SettleMessage settleMessage;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Consumption consumption;

  DeliveryReportResource(
      MessageStore messages,
      SettleMessage settleMessage,
      Transactions transactions,
      Idempotency idempotency,
      Consumption consumption) {
    this.messages = messages;
    this.settleMessage = settleMessage;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.consumption = consumption;
  }

  @POST
  @Operation(summary = "Say what became of a message; a late report changes nothing")
  public Uni<Response> report(@Valid @NotNull DeliveryReport report) {
    return transactions
        .run(transaction -> messages.channelOf(transaction, report.message()))
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(MessageProblems.notFound()))
        .chain(channel -> settle(channel, report));
  }

  /**
   * Once it is committed, prepaid is given a moment to follow: whoever reads the balance next sees
   * the capture.
   */
  private Uni<Response> settle(String channel, DeliveryReport report) {
    return idempotency
        .once(channel, report, transaction -> settle(transaction, channel, report))
        .call(() -> consumption.await(ServiceName.PREPAID.id(), channel));
  }

  private Uni<Answer> settle(Transaction transaction, String channel, DeliveryReport report) {
    return settleMessage
        .executeNow(transaction, channel, report.message(), MessageStatus.of(report.status()))
        .map(Objects::requireNonNull)
        .map(settlement -> Answer.accepted(view(report.message(), settlement)));
  }

  private static ReportView view(String message, Settlement settlement) {
    return switch (settlement) {
      case Settlement.Settled settled -> new ReportView(message, settled.status().id(), true);
      case Settlement.Late late -> new ReportView(message, late.status().id(), false);
    };
  }

  /**
   * What a report did.
   *
   * @param status the message's status now
   * @param applied false when its fate was known before
   */
  public record ReportView(String message, String status, boolean applied) {}
}
