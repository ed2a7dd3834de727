package dev.countinghouse.subscription.closing;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.MauAnswer;
import dev.countinghouse.contracts.internal.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What subscription asks of metering-service. */
@RegisterRestClient(configKey = "metering")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/channels/{c}")
interface MeteringClient {

  @GET
  @Path("/mau")
  Uni<MauAnswer> mau(@PathParam("c") String channel, @QueryParam("on") LocalDate on);

  @GET
  @Path("/progress")
  Uni<Progress> progress(@PathParam("c") String channel);
}
