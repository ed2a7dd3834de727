package dev.countinghouse.subscription.member;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the gateway asks to learn who a caller is. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
public class InternalMemberResource {

  @GET
  @Path("/memberships")
  @WithSession
  @Operation(hidden = true)
  public Uni<List<Membership>> memberships(@QueryParam("subject") @NotNull String subject) {
    return Member.<Member>list("subject = ?1 order by channel", subject)
        .map(found -> found.stream().map(InternalMemberResource::membership).toList());
  }

  @GET
  @Path("/api-keys/{hash}")
  @WithSession
  @Operation(hidden = true)
  public Uni<KeyHolder> key(@PathParam("hash") String hash) {
    return ApiKey.<ApiKey>find("hash", hash).firstResult().map(InternalMemberResource::holder);
  }

  private static Membership membership(Member member) {
    return new Membership(member.channel, member.role);
  }

  private static KeyHolder holder(@Nullable ApiKey key) {
    if (key == null) {
      throw new ProblemException(Problem.of(404, "api-key.not-found", "There is no such key."));
    }
    return new KeyHolder(key.channel, key.role, "api-key:" + key.id);
  }

  /**
   * Whom a key stands for.
   *
   * @param subject the caller that its requests are made as
   */
  @RegisterForReflection
  public record KeyHolder(String channel, Role role, String subject) {}
}
