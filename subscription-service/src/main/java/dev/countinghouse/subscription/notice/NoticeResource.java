package dev.countinghouse.subscription.notice;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.transaction.Transaction;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels/{c}/notices}. */
@Path("/v1/channels/{c}/notices")
@Tag(name = "notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {

  private final Idempotency idempotency;
  private final ChannelClock clock;
  private final Paging paging;

  NoticeResource(Idempotency idempotency, ChannelClock clock, Paging paging) {
    this.idempotency = idempotency;
    this.clock = clock;
    this.paging = paging;
  }

  @GET
  @WithSession
  @Operation(summary = "List the notices", description = "Oldest first.")
  public Uni<Page<NoticeJson>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    PageQuery query = paging.open("notices:" + channel, List.of(""), cursor, limit);
    return Notice.<Notice>find("channel = ?1 and id > ?2 order by id", channel, query.text(0))
        .page(0, query.fetch())
        .list()
        .map(found -> found.stream().map(NoticeJson::of).toList())
        .map(found -> paging.close(query, found, notice -> List.of(notice.id())));
  }

  @POST
  @Path("/{n}/read")
  @Operation(summary = "Mark a notice as read", description = "Repeating it changes nothing.")
  public Uni<Response> read(@PathParam("c") String channel, @PathParam("n") String id) {
    return idempotency.once(channel, "", tx -> read(tx, channel, id));
  }

  private Uni<Answer> read(Transaction transaction, String channel, String id) {
    return clock
        .now(transaction, channel)
        .chain(now -> find(channel, id).map(notice -> answer(notice, now.now())));
  }

  private static Uni<@Nullable Notice> find(String channel, String id) {
    return Notice.findById(new Notice.Key(channel, id));
  }

  private static Answer answer(@Nullable Notice notice, Instant now) {
    if (notice == null) {
      return Answer.refused(Problem.of(404, "notice.not-found", "There is no such notice."));
    }
    if (notice.readAt == null) {
      notice.readAt = now;
    }
    return Answer.ok(NoticeJson.of(notice));
  }
}
