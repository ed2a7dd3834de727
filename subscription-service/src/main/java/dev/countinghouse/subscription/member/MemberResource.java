package dev.countinghouse.subscription.member;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels/{c}/members}. */
@Path("/v1/channels/{c}/members")
@Tag(name = "members and keys")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

  private final ChangeMembers change;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Paging paging;

  MemberResource(
      ChangeMembers change, Idempotency idempotency, Transactions transactions, Paging paging) {
    this.change = change;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.paging = paging;
  }

  @POST
  @Operation(summary = "Add a member, or change a member's role")
  public Uni<Response> put(@PathParam("c") String channel, @Valid MemberRequest request) {
    return idempotency.once(channel, request, tx -> change.put(tx, channel, request));
  }

  @GET
  @WithSession
  @Operation(summary = "List the members", description = "By subject.")
  public Uni<Page<MemberJson>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    PageQuery query = paging.open("members:" + channel, List.of(""), cursor, limit);
    return Member.<Member>find(
            "channel = ?1 and subject > ?2 order by subject", channel, query.text(0))
        .page(0, query.fetch())
        .list()
        .map(found -> found.stream().map(MemberJson::of).toList())
        .map(found -> paging.close(query, found, member -> List.of(member.subject())));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Remove a member",
      description = "The last owner stays: 409 member.last-owner.")
  public Uni<Void> remove(@PathParam("c") String channel, @PathParam("id") String subject) {
    return transactions
        .run(tx -> change.remove(channel, subject))
        .invoke(MemberResource::refuse)
        .replaceWithVoid();
  }

  private static void refuse(Answer answer) {
    if (answer.body() instanceof Problem problem) {
      throw new ProblemException(problem);
    }
  }
}
