package dev.countinghouse.subscription.closing;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.contracts.internal.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What subscription asks of prepaid-service. */
@RegisterRestClient(configKey = "prepaid")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels/{c}")
interface PrepaidClient {

  /** Answers when the source's event is applied, or after the wait. */
  @GET
  @Path("/progress")
  Uni<Progress> progress(
      @PathParam("c") String channel,
      @QueryParam("source") String source,
      @QueryParam("atLeast") long atLeast,
      @QueryParam("waitMillis") long waitMillis);

  /**
   * @param start first instant of the period, RFC 3339
   */
  @PUT
  @Path("/closings/{start}")
  Uni<ClosingAnswer> close(
      @PathParam("c") String channel, @PathParam("start") String start, ClosingRequest request);
}
