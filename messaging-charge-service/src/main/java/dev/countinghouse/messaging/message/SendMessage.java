package dev.countinghouse.messaging.message;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.messaging.MessagingSettings;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.messaging.domain.Pricing;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Sends one message: price, record, hold, hand over (MSG-6). Run again with the same id it goes on
 * where it stopped.
 */
@ApplicationScoped
public class SendMessage {

  private final ChannelClock clock;
  private final QuoteMessage quotes;
  private final MessageStore messages;
  private final Transactions transactions;
  private final HoldClient holds;
  private final Carrier carrier;
  private final DueWork dueWork;
  private final Fingerprints fingerprints;
  private final MessagingSettings settings;

  SendMessage(
      ChannelClock clock,
      QuoteMessage quotes,
      MessageStore messages,
      Transactions transactions,
      @RestClient HoldClient holds,
      Carrier carrier,
      DueWork dueWork,
      Fingerprints fingerprints,
      MessagingSettings settings) {
    this.clock = clock;
    this.quotes = quotes;
    this.messages = messages;
    this.transactions = transactions;
    this.holds = holds;
    this.carrier = carrier;
    this.dueWork = dueWork;
    this.fingerprints = fingerprints;
    this.settings = settings;
  }

  /**
   * Sends.
   *
   * @param id the message's id, also that of its hold
   */
  public Uni<Sent> execute(String channel, String id, MessageRequest request) {
    return clock
        .now(channel)
        .chain(
            now ->
                quotes.execute(channel, request).chain(quote -> sendAt(now, id, request, quote)));
  }

  private Uni<Sent> sendAt(ChannelNow now, String id, MessageRequest request, Quote quote) {
    if (!(quote instanceof Quote.OfRates(Pricing.Priced priced))) {
      return Uni.createFrom().item(new Sent.NotPriced(quote));
    }
    return record(now, id, request, priced)
        .chain(
            message ->
                message.status() == MessageStatus.PENDING
                    ? holdAndSubmit(message, request)
                    : Uni.createFrom().item(new Sent.Message(message.view())));
  }

  private Uni<Message> record(
      ChannelNow now, String id, MessageRequest request, Pricing.Priced priced) {
    Message pending = pending(now, id, request, priced);
    String number = fingerprints.of(request.to());
    String text = fingerprints.of(request.fullText());
    return transactions.run(
        transaction ->
            messages
                .insert(transaction, pending, number, text)
                .chain(() -> messages.lock(transaction, pending.channel(), id))
                .map(java.util.Objects::requireNonNull)
                .call(message -> expectReport(transaction, message)));
  }

  private Uni<Void> expectReport(
      dev.countinghouse.transaction.Transaction transaction, Message message) {
    return message.status().isFinal()
        ? Uni.createFrom().voidItem()
        : dueWork.schedule(
            transaction,
            message.channel(),
            MissDeliveryReport.KIND,
            message.id(),
            message.createdAt().plus(settings.reportTimeout()));
  }

  private Uni<Sent> holdAndSubmit(Message message, MessageRequest request) {
    return holds
        .hold(new HoldRequests(List.of(holdOf(message))))
        .map(answers -> answers.holds().get(0))
        .chain(
            answer ->
                answer.status().equals(HoldAnswer.HELD)
                    ? submit(message, request)
                    : refuse(message, answer));
  }

  private Uni<Sent> submit(Message message, MessageRequest request) {
    return carrier
        .submit(message.id(), request.to(), request.fullText())
        .chain(() -> transactions.run(transaction -> markSent(transaction, message)))
        .map(sent -> new Sent.Message(sent.view()));
  }

  /** A report may have been faster than this. */
  private Uni<Message> markSent(
      dev.countinghouse.transaction.Transaction transaction, Message message) {
    return messages
        .lock(transaction, message.channel(), message.id())
        .map(java.util.Objects::requireNonNull)
        .chain(
            current ->
                current.status() == MessageStatus.PENDING
                    ? messages
                        .move(transaction, current, MessageStatus.SENT, null)
                        .replaceWith(current.with(MessageStatus.SENT))
                    : Uni.createFrom().item(current));
  }

  private Uni<Sent> refuse(Message message, HoldAnswer answer) {
    return transactions
        .run(
            transaction ->
                messages
                    .move(transaction, message, MessageStatus.REFUSED, message.createdAt())
                    .chain(
                        () ->
                            dueWork.withdraw(
                                transaction,
                                message.channel(),
                                MissDeliveryReport.KIND,
                                message.id())))
        .replaceWith(new Sent.NotHeld(answer));
  }

  private static HoldRequest holdOf(Message message) {
    return new HoldRequest(
        message.id(), message.channel(), message.priceTenths(), "message", message.createdAt());
  }

  private static Message pending(
      ChannelNow now, String id, MessageRequest request, Pricing.Priced priced) {
    return new Message(
        now.channel(),
        id,
        priced.kind(),
        Destinations.country(request.to()).orElseThrow(),
        request.purpose(),
        priced.tenths(),
        priced.bytes(),
        priced.segments(),
        MessageStatus.PENDING,
        now.now(),
        null);
  }
}
