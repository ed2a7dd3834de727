package dev.countinghouse.subscription.testclock;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Idempotency;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/channels/{c}/test-clock} (TIME-3). */
@Path("/v1/channels/{c}/test-clock")
@Tag(name = "test clock")
@Produces(MediaType.APPLICATION_JSON)
public class TestClockResource {

  private final SetTestClock set;
  private final ShowTestClock show;
  private final ResumeTestClock resume;
  private final Idempotency idempotency;
  private final ClockRunner runner;

  TestClockResource(
      SetTestClock set,
      ShowTestClock show,
      ResumeTestClock resume,
      Idempotency idempotency,
      ClockRunner runner) {
    this.set = set;
    this.show = show;
    this.resume = resume;
    this.idempotency = idempotency;
    this.runner = runner;
  }

  @PUT
  @Operation(
      summary = "Set the test clock",
      description =
          "Of a sandbox channel. What real time would have caused happens in order; ask until the"
              + " status is ready. Only forward, but before anything has happened the first setting"
              + " may choose any instant.")
  @APIResponse(
      responseCode = "202",
      description = "On its way, or there already",
      content = @Content(schema = @Schema(implementation = TestClockJson.class)))
  @APIResponse(
      responseCode = "409",
      description = "test-clock.live-channel, test-clock.backwards, test-clock.advancing")
  @APIResponse(responseCode = "422", description = "test-clock.too-far")
  public Uni<Response> set(@PathParam("c") String channel, @Valid TestClockRequest request) {
    return set.set(channel, request.now()).map(TestClockResource::response).invoke(runner::look);
  }

  @GET
  @Operation(summary = "How the test clock stands")
  @APIResponse(responseCode = "409", description = "test-clock.live-channel")
  public Uni<TestClockJson> get(@PathParam("c") String channel) {
    return show.show(channel);
  }

  @POST
  @Path("/resumption")
  @Operation(
      summary = "Let a failed test clock go on",
      description = "From the step that failed. A clock that has not failed stays as it is.")
  @APIResponse(responseCode = "202", description = "On its way")
  @APIResponse(responseCode = "409", description = "test-clock.live-channel")
  public Uni<Response> resume(@PathParam("c") String channel) {
    return idempotency
        .once(channel, "", transaction -> resume.resume(transaction, channel))
        .invoke(runner::look);
  }

  private static Response response(Answer answer) {
    if (answer.body() instanceof Problem problem) {
      throw new ProblemException(problem);
    }
    return Response.status(answer.status()).entity(answer.body()).build();
  }
}
