package dev.countinghouse.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings one record to its end: applied, known as a duplicate, or dead-lettered and remembered.
 * Waits out every outage. Once the service stops it starts no further attempt and gives the record
 * up: it may not be acknowledged, will come again, and nothing of its key may be applied before it.
 */
@ApplicationScoped
public class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private final InboxMetrics metrics;
  private final InboxConfig config;
  private final ObjectMapper json;
  private final Backoff backoff;
  private volatile boolean isStopping;

  public Delivery(
      Inbox inbox,
      DeadLetters deadLetters,
      InboxMetrics metrics,
      InboxConfig config,
      ObjectMapper json) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.config = config;
    this.json = json;
    this.backoff = new Backoff(config.minBackoff(), config.maxBackoff());
  }

  /** How a record's delivery ended. */
  enum End {
    /** Applied, known before, or dead-lettered and remembered: acknowledge it. */
    DONE,
    /** Given up because the service stops. */
    GIVEN_UP
  }

  /**
   * @param context where transactions run
   */
  Uni<End> deliver(ConsumerRecord<String, String> record, MessageContext context) {
    IncomingEvent event;
    try {
      event = CloudEventHeaders.read(record, text -> new JsonEventData(json, text));
    } catch (PermanentFailure unreadable) {
      metrics.deadLettered("unreadable");
      return letter(record, unreadable);
    }
    return attempt(record, event, context, 1, 0);
  }

  /** Starts no further attempt. */
  void stop() {
    isStopping = true;
  }

  private Uni<End> attempt(
      ConsumerRecord<String, String> record,
      IncomingEvent event,
      MessageContext context,
      int attempt,
      int outages) {
    return timed(context, () -> inbox.receive(event))
        .invoke(receipt -> note(event, receipt))
        .replaceWith(End.DONE)
        .onFailure()
        .recoverWithUni(failure -> failed(record, event, context, attempt, outages, failure));
  }

  private Uni<End> failed(
      ConsumerRecord<String, String> record,
      IncomingEvent event,
      MessageContext context,
      int attempt,
      int outages,
      Throwable failure) {
    boolean isOutage = Outage.is(failure);
    if (!isOutage && (isPermanent(failure) || attempt >= config.maxAttempts())) {
      LOG.errorf(failure, "inbox: %s goes to the dead letters", name(event));
      metrics.deadLettered(event.source());
      return letter(record, failure).chain(end -> skip(event, failure, context, end));
    }
    int failures = isOutage ? outages + 1 : attempt;
    LOG.warnf("inbox: %s failed, trying again: %s", name(event), failure);
    metrics.retried(event.source());
    int next = isOutage ? attempt : attempt + 1;
    int outagesNow = isOutage ? failures : 0;
    return later(failures, () -> attempt(record, event, context, next, outagesNow));
  }

  private Uni<End> letter(ConsumerRecord<String, String> record, Throwable failure) {
    return until(() -> deadLetters.send(record, failure), 1);
  }

  private Uni<End> skip(
      IncomingEvent event, Throwable failure, MessageContext context, End letter) {
    String reason = FailureReason.of(failure, config.maxReasonCharacters());
    return letter == End.GIVEN_UP
        ? Uni.createFrom().item(letter)
        : until(() -> timed(context, () -> inbox.skip(event, reason)).replaceWithVoid(), 1);
  }

  /** Repeats what only an outage can keep from succeeding. */
  private Uni<End> until(Supplier<Uni<Void>> step, int failures) {
    return Uni.createFrom()
        .deferred(() -> step.get())
        .onFailure()
        .invoke(failure -> LOG.warnf("inbox: dead letter not done, trying again: %s", failure))
        .replaceWith(End.DONE)
        .onFailure()
        .recoverWithUni(() -> later(failures, () -> until(step, failures + 1)));
  }

  private Uni<End> later(int failures, Supplier<Uni<End>> next) {
    Duration wait = isStopping ? Duration.ofMillis(1) : backoff.after(failures);
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(wait)
        .chain(() -> isStopping ? Uni.createFrom().item(End.GIVEN_UP) : next.get());
  }

  private Uni<Receipt> timed(MessageContext context, Supplier<Uni<Receipt>> work) {
    return context.run(work).ifNoItem().after(config.attemptTimeout()).fail();
  }

  private void note(IncomingEvent event, Receipt receipt) {
    switch (receipt) {
      case Receipt.Duplicate duplicate -> metrics.duplicate(event.source());
      case Receipt.Applied applied -> noteApplied(event, applied.missing());
    }
  }

  private void noteApplied(IncomingEvent event, long missing) {
    metrics.applied(event.source());
    if (missing > 0) {
      metrics.missing(event.source(), missing);
      LOG.errorf("inbox: %d events before %s never came", missing, name(event));
    }
  }

  private static boolean isPermanent(Throwable failure) {
    return failure instanceof PermanentFailure || failure.getCause() instanceof PermanentFailure;
  }

  private static String name(IncomingEvent event) {
    return "%s %s %s/%d".formatted(event.source(), event.type(), event.key(), event.sequence());
  }
}
