package dev.countinghouse.subscription.opening;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.channel.ChannelJson;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.member.Member;
import dev.countinghouse.subscription.pricebook.PriceBookSettings;
import dev.countinghouse.subscription.pricebook.PriceBooks;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a channel; the caller becomes its owner. */
@ApplicationScoped
class OpenChannel {

  /** CloudEvents type; the data is a {@link ChannelView}. */
  static final String CREATED = "channel.created";

  private final PriceBookSettings settings;
  private final PriceBooks books;
  private final ChannelClock clock;
  private final Outbox outbox;

  OpenChannel(PriceBookSettings settings, PriceBooks books, ChannelClock clock, Outbox outbox) {
    this.settings = settings;
    this.books = books;
    this.clock = clock;
    this.outbox = outbox;
  }

  Uni<Answer> open(Transaction transaction, ChannelRequest request, String owner) {
    Optional<Problem> problem = ChannelChecks.problem(request);
    if (problem.isPresent()) {
      return Uni.createFrom().item(Answer.refused(problem.get()));
    }
    Instant now = request.firstInstant().orElseGet(clock::systemNow);
    String bookId = Optional.ofNullable(request.priceBook()).orElse(settings.defaultBook());
    return books
        .effective(transaction, bookId, now.atZone(ZoneId.of(request.timeZone())).toLocalDate())
        .chain(book -> create(transaction, request, owner, book, now));
  }

  private Uni<Answer> create(
      Transaction transaction,
      ChannelRequest request,
      String owner,
      @Nullable PriceBook book,
      Instant now) {
    if (book == null || !book.isForChannels()) {
      return refused("priceBook", "the id of a published book with plans, in force today");
    }
    if (!book.currency().orElseThrow().equals(request.currency())) {
      return refused("currency", "the price book's currency, " + book.currency().orElseThrow());
    }
    Channel channel = channel(request, book, now);
    return channel
        .<Channel>persist()
        .chain(() -> Member.of(channel.id, owner, Role.OWNER, now).persist())
        .chain(() -> clock.register(transaction, channel.view(now)))
        .chain(() -> outbox.append(transaction, created(channel, now)))
        .map(sequence -> Answer.created("/v1/channels/" + channel.id, ChannelJson.of(channel)));
  }

  private static Channel channel(ChannelRequest request, PriceBook book, Instant now) {
    Channel channel = new Channel();
    channel.id = Ids.create(Ids.CHANNEL);
    channel.name = request.name();
    channel.timeZone = request.timeZone();
    channel.currency = request.currency();
    channel.country = request.country();
    channel.priceBook = book.id();
    channel.priceBookVersion = book.version();
    channel.sandbox = request.isSandbox();
    channel.createdAt = now;
    channel.nextInvoice = 1;
    channel.nextCreditNote = 1;
    return channel;
  }

  private static OutgoingEvent created(Channel channel, Instant now) {
    return new OutgoingEvent(channel.id, CREATED, channel.view(now), now);
  }

  private static Uni<Answer> refused(String field, String expected) {
    Problem problem = Problem.of(422, "channel.invalid", "A channel cannot be made of this.");
    return Uni.createFrom().item(Answer.refused(problem.blaming(field, expected)));
  }
}
