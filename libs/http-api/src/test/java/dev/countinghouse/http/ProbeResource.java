package dev.countinghouse.http;

import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Calls that fail in every way, and commands with effects that can be counted. */
@Path("/probe/{c}")
public class ProbeResource {

  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Cursors cursors;

  ProbeResource(Idempotency idempotency, Transactions transactions, Cursors cursors) {
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.cursors = cursors;
  }

  @POST
  @Path("/orders")
  public Uni<ProbeOrder> order(@Valid ProbeOrder order) {
    return Uni.createFrom().item(order);
  }

  @GET
  @Path("/orders")
  public Uni<Page<String>> orders(
      @PathParam("c") String channel,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("on") LocalDate on,
      @QueryParam("rank") @Max(value = 9, message = "at most 9") int rank) {
    String shown = cursors.limit(limit) + " " + cursors.open("orders:" + channel, cursor);
    String next = cursors.seal("orders:" + channel, java.util.List.of("a", "1"));
    return Uni.createFrom().item(new Page<>(java.util.List.of(shown), next));
  }

  @GET
  @Path("/numbers/{number}")
  public Uni<String> number(@PathParam("number") int number) {
    return Uni.createFrom().item("number " + number);
  }

  @GET
  @Path("/failure")
  public Uni<String> fail() {
    return Uni.createFrom().failure(new IllegalStateException("secret words of the database"));
  }

  @POST
  @Path("/effects")
  public Uni<Response> effect(
      @PathParam("c") String channel,
      @HeaderParam("X-Outcome") String outcome,
      Map<String, Object> body) {
    return idempotency.once(
        channel, body, tx -> write(tx, channel).map(id -> answer(channel, id, outcome)));
  }

  @POST
  @Path("/journeys")
  public Uni<Response> journey(
      @PathParam("c") String channel,
      @HeaderParam("X-Outcome") String outcome,
      Map<String, Object> body) {
    return idempotency.resumable(
        channel, body, () -> UUID.randomUUID().toString(), id -> step(channel, id, outcome));
  }

  @PUT
  @Path("/orders")
  public Uni<Response> replace(ProbeOrder order) {
    return Uni.createFrom().item(Response.noContent().build());
  }

  @GET
  @Path("/effects")
  public Uni<Integer> effects(@PathParam("c") String channel) {
    return transactions.run(
        tx ->
            tx.select("select 1 from effect where channel = $1", channel).map(rows -> rows.size()));
  }

  private Uni<Answer> step(String channel, String id, String outcome) {
    return transactions
        .run(tx -> tx.update("insert into effect (channel, what) values ($1, $2)", channel, id))
        .map(rows -> journeyAnswer(channel, id, outcome));
  }

  private static Answer journeyAnswer(String channel, String id, String outcome) {
    if ("crash".equals(outcome)) {
      throw new IllegalStateException("between effect and answer");
    }
    return Answer.created("/probe/" + channel + "/journeys/" + id, Map.of("id", id));
  }

  private static Uni<Long> write(Transaction tx, String channel) {
    return tx.select("insert into effect (channel, what) values ($1, 'x') returning id", channel)
        .map(rows -> rows.getFirst().longValue(0));
  }

  private static Answer answer(String channel, long id, String outcome) {
    return switch (Objects.requireNonNullElse(outcome, "created")) {
      case "crash" -> throw new IllegalStateException("between effect and answer");
      case "refused" -> Answer.refused(Problem.of(409, "probe.refused", "No.").with("nr", id));
      case "outage" -> Answer.refused(Problem.of(503, "probe.outage", "Not now."));
      case "nothing" -> Answer.noContent();
      default -> Answer.created("/probe/" + channel + "/effects/" + id, Map.of("id", id));
    };
  }
}
