package dev.countinghouse.subscription.trial;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.http.Answer;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.domain.Selection;
import dev.countinghouse.subscription.domain.TrialDecision;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Starts a channel's trial (TRI-1, 2, 4). */
@ApplicationScoped
public class StartTrial {

  /** Kind of the due work that ends it. */
  public static final String END = "trial.end";

  private static final String ONLY = "trial";

  private final ChannelClock clock;
  private final PriceBooks books;
  private final DueWork due;
  private final Outbox outbox;

  StartTrial(ChannelClock clock, PriceBooks books, DueWork due, Outbox outbox) {
    this.clock = clock;
    this.books = books;
    this.due = due;
    this.outbox = outbox;
  }

  Uni<Answer> start(Transaction transaction, String channelId, Selection wanted) {
    return Channel.lock(channelId).chain(channel -> start(transaction, channel, wanted));
  }

  private Uni<Answer> start(Transaction transaction, Channel channel, Selection wanted) {
    return Trial.of(channel.id)
        .chain(earlier -> attempt(transaction, channel, wanted, earlier))
        .chain(attempt -> carryOut(transaction, attempt));
  }

  private Uni<Attempt> attempt(
      Transaction transaction, Channel channel, Selection wanted, @Nullable Trial earlier) {
    return books
        .get(transaction, channel.priceBook, channel.priceBookVersion)
        .chain(
            book ->
                clock
                    .now(transaction, channel.id)
                    .map(now -> decide(channel, wanted, earlier, book, now)));
  }

  private static Attempt decide(
      Channel channel, Selection wanted, @Nullable Trial earlier, PriceBook book, ChannelNow now) {
    var candidate =
        new TrialDecision.Candidate(channel.tutorialCompleted, earlier != null, channel.zone());
    return new Attempt(channel, wanted, TrialDecision.decide(candidate, book, wanted, now.now()));
  }

  private Uni<Answer> carryOut(Transaction transaction, Attempt attempt) {
    return switch (attempt.decision()) {
      case TrialDecision.Refused refused ->
          Uni.createFrom().item(Answer.refused(TrialProblems.of(refused.refusal())));
      case TrialDecision.Started started ->
          store(transaction, attempt.channel(), trial(attempt, started));
    };
  }

  private Uni<Answer> store(Transaction transaction, Channel channel, Trial trial) {
    return trial
        .<Trial>persist()
        .chain(() -> due.schedule(transaction, channel.id, END, ONLY, trial.endsAt))
        .chain(() -> outbox.append(transaction, started(channel, trial)))
        .map(done -> Answer.created("/v1/channels/" + channel.id + "/trial", TrialJson.of(trial)));
  }

  private static Trial trial(Attempt attempt, TrialDecision.Started started) {
    Trial trial = new Trial();
    trial.channel = attempt.channel().id;
    trial.plan = attempt.wanted().plan();
    trial.addOns = attempt.wanted().addOns().toArray(String[]::new);
    trial.startedAt = started.period().startedAt();
    trial.endsAt = started.period().endsAt();
    trial.grantTenths = started.grantTenths();
    return trial;
  }

  private static OutgoingEvent started(Channel channel, Trial trial) {
    TrialStarted data =
        new TrialStarted(
            channel.id,
            trial.plan,
            trial.selection().addOns(),
            channel.priceBook,
            channel.priceBookVersion,
            trial.startedAt,
            trial.endsAt,
            trial.grantTenths);
    return new OutgoingEvent(channel.id, TrialStarted.TYPE, data, trial.startedAt);
  }

  private record Attempt(Channel channel, Selection wanted, TrialDecision decision) {}
}
