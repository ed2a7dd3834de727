package dev.countinghouse.metering.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.caller.CurrentCaller;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.envelope.Envelope;
import dev.countinghouse.metering.envelope.EnvelopeReader;
import dev.countinghouse.metering.envelope.EnvelopeReader.Strictness;
import dev.countinghouse.metering.intake.ReceiveEvents.Receipt;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Usage events in. */
@Path("/v1/events")
@Tag(name = "Usage", description = "What was used: events in, figures out")
public class EventsResource {

  private static final Logger LOG = Logger.getLogger(EventsResource.class);
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final ReceiveEvents receive;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final int maxEvents;

  public EventsResource(
      ReceiveEvents receive, CurrentCaller caller, Idempotency idempotency, UsageConfig config) {
    this.receive = receive;
    this.caller = caller;
    this.idempotency = idempotency;
    this.maxEvents = config.intake().maxEvents();
  }

  /** On a worker thread: reading and naming ten thousand events would hold up an event loop. */
  @POST
  @Blocking
  @Consumes({ONE, BATCH, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Report usage events, one or a batch",
      description =
          "CloudEvents 1.0 with the channel's id as subject. Every event gets its own result, in"
              + " order; events that are sent again count once.")
  @APIResponse(
      responseCode = "202",
      description = "Each event's result; what is accepted is stored for good",
      content = @Content(schema = @Schema(implementation = EventResults.class)))
  @APIResponse(responseCode = "400", description = "body.malformed, body.wrong-type")
  @APIResponse(responseCode = "413", description = "events.too-many, body.too-large")
  @APIResponse(
      responseCode = "503",
      description = "events.unavailable: nothing was acknowledged, send all again")
  public Uni<Response> post(
      @Schema(implementation = Object.class) JsonNode body, @Context HttpHeaders headers) {
    List<Envelope> envelopes = read(body, headers.getMediaType());
    var scope = caller.caller().scope();
    return idempotency.resumable(
        caller.subject(),
        body,
        () -> "events",
        id -> receive.receive(envelopes, scope).map(EventsResource::answer));
  }

  private List<Envelope> read(JsonNode body, MediaType type) {
    boolean plain = type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    boolean batch = type.isCompatible(MediaType.valueOf(BATCH));
    boolean fits =
        plain ? body.isContainerNode() : body.isArray() == batch && body.isContainerNode();
    if (!fits) {
      throw new ProblemException(wrongType(plain ? "an object or an array" : shape(batch)));
    }
    if (body.isArray() && body.size() > maxEvents) {
      throw new ProblemException(tooMany());
    }
    Strictness strictness = plain ? Strictness.PLAIN_JSON : Strictness.CLOUD_EVENT;
    Iterable<JsonNode> events = body.isArray() ? body : List.of(body);
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> EnvelopeReader.read(event, strictness))
        .toList();
  }

  private static Answer answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Received received -> Answer.accepted(new EventResults(received.results()));
      case Receipt.Unavailable unavailable -> unavailable(unavailable.cause());
    };
  }

  private static Answer unavailable(Throwable cause) {
    LOG.warn("events could not be stored", cause);
    return Answer.refused(
        Problem.of(
            503,
            "events.unavailable",
            "The events could not be stored; none is acknowledged. Send all of them again."));
  }

  private Problem tooMany() {
    return Problem.of(413, "events.too-many", "A request takes at most " + maxEvents + " events.")
        .with("maxEvents", maxEvents);
  }

  private static Problem wrongType(String expected) {
    return Problem.of(400, "body.wrong-type", "The body is not what its media type says.")
        .blaming("", expected);
  }

  private static String shape(boolean batch) {
    return batch ? "an array of CloudEvents" : "one CloudEvent as an object";
  }
}
