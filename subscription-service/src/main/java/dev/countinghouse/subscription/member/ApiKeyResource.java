package dev.countinghouse.subscription.member;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Transaction;
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
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/channels/{c}/api-keys}. */
@Path("/v1/channels/{c}/api-keys")
@Tag(name = "members and keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

  private final CreateApiKey create;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Paging paging;

  ApiKeyResource(
      CreateApiKey create, Idempotency idempotency, Transactions transactions, Paging paging) {
    this.create = create;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.paging = paging;
  }

  @POST
  @Operation(
      summary = "Make an API key",
      description =
          "The key is in the first answer and never again: a replay by Idempotency-Key lacks it,"
              + " because only its hash is stored.")
  public Uni<Response> create(@PathParam("c") String channel, @Valid ApiKeyRequest request) {
    Secret secret = Secret.create();
    AtomicReference<ApiKeyJson> made = new AtomicReference<>();
    return idempotency
        .once(
            channel,
            request,
            tx ->
                create(tx, channel, request, secret)
                    .invoke(made::set)
                    .map(key -> created(channel, key)))
        .map(answer -> showing(answer, made.get(), secret));
  }

  @GET
  @WithSession
  @Operation(
      summary = "List the API keys",
      description = "Oldest first, without the keys themselves.")
  public Uni<Page<ApiKeyJson>> list(
      @PathParam("c") String channel,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    PageQuery query = paging.open("api-keys:" + channel, List.of(""), cursor, limit);
    return ApiKey.<ApiKey>find("channel = ?1 and id > ?2 order by id", channel, query.text(0))
        .page(0, query.fetch())
        .list()
        .map(found -> found.stream().map(ApiKeyJson::of).toList())
        .map(found -> paging.close(query, found, key -> List.of(key.id())));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revoke an API key")
  public Uni<Void> delete(@PathParam("c") String channel, @PathParam("id") String id) {
    return transactions
        .run(tx -> ApiKey.deleteById(new ApiKey.Key(channel, id)))
        .invoke(ApiKeyResource::refuseUnknown)
        .replaceWithVoid();
  }

  private Uni<ApiKeyJson> create(
      Transaction transaction, String channel, ApiKeyRequest request, Secret secret) {
    return create.create(transaction, channel, request, secret).map(ApiKeyJson::of);
  }

  private static Response showing(Response answer, @Nullable ApiKeyJson made, Secret secret) {
    return made == null
        ? answer
        : Response.fromResponse(answer).entity(made.showing(secret.text())).build();
  }

  private static Answer created(String channel, ApiKeyJson key) {
    return Answer.created("/v1/channels/" + channel + "/api-keys", key);
  }

  private static void refuseUnknown(boolean found) {
    if (!found) {
      throw new ProblemException(Problem.of(404, "api-key.not-found", "There is no such key."));
    }
  }
}
