package dev.countinghouse.messaging.message;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Cursors;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.messaging.domain.Pricing;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages of a channel. */
@Path("/v1/channels/{c}/messages")
@Tag(name = "messages")
public class MessageResource {

  private final QuoteMessage quoteMessage;
  private final SendMessage sendMessage;
  private final MessageStore messages;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Cursors cursors;

  MessageResource(
      QuoteMessage quoteMessage,
      SendMessage sendMessage,
      MessageStore messages,
      Transactions transactions,
      Idempotency idempotency,
      Cursors cursors) {
    this.quoteMessage = quoteMessage;
    this.sendMessage = sendMessage;
    this.messages = messages;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.cursors = cursors;
  }

  @POST
  @Path("/quotes")
  @Operation(summary = "What a message would cost; nothing is held or sent")
  public Uni<QuoteView> quote(
      @PathParam("c") String channel, @Valid @NotNull MessageRequest request) {
    return quoteMessage.execute(channel, request).map(MessageResource::view);
  }

  @POST
  @Operation(summary = "Send a message; its price is held until the delivery report")
  public Uni<Response> send(
      @PathParam("c") String channel, @Valid @NotNull MessageRequest request) {
    return idempotency.resumable(
        channel,
        request,
        () -> Ids.create(Ids.MESSAGE),
        id -> sendMessage.execute(channel, id, request).map(sent -> answer(channel, sent)));
  }

  @GET
  @Operation(summary = "The log of messages, newest first")
  public Uni<Page<MessageView>> list(
      @PathParam("c") String channel,
      @QueryParam("limit") @Nullable Integer requested,
      @QueryParam("cursor") @Nullable String cursor) {
    int limit = cursors.limit(requested);
    String list = "messages:" + channel;
    List<String> position = cursors.open(list, cursor);
    String before = position == null ? null : position.get(0);
    return transactions
        .run(transaction -> messages.page(transaction, channel, before, limit + 1))
        .map(found -> page(list, found, limit));
  }

  @GET
  @Path("/{m}")
  @Operation(summary = "One message and its fate")
  public Uni<MessageView> find(@PathParam("c") String channel, @PathParam("m") String id) {
    return transactions
        .run(transaction -> messages.find(transaction, channel, id))
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(MessageProblems.notFound()))
        .map(Message::view);
  }

  private Page<MessageView> page(String list, List<Message> found, int limit) {
    List<MessageView> items = found.stream().limit(limit).map(Message::view).toList();
    String next =
        found.size() > limit ? cursors.seal(list, List.of(items.get(limit - 1).id())) : null;
    return new Page<>(items, next);
  }

  private static QuoteView view(Quote quote) {
    if (quote instanceof Quote.OfRates(Pricing.Priced priced)) {
      return QuoteView.of(priced);
    }
    throw new ProblemException(MessageProblems.of(quote));
  }

  private static Answer answer(String channel, Sent sent) {
    return switch (sent) {
      case Sent.Message(MessageView view) ->
          Answer.created("/v1/channels/" + channel + "/messages/" + view.id(), view);
      case Sent.NotPriced(Quote quote) -> Answer.refused(MessageProblems.of(quote));
      case Sent.NotHeld(var hold) -> Answer.refused(MessageProblems.of(hold));
    };
  }
}
