package dev.countinghouse.subscription.testclock;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.ClockStep;
import dev.countinghouse.contracts.internal.DueAnswer;
import dev.countinghouse.contracts.internal.DueWorkAnswer;
import dev.countinghouse.contracts.internal.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** What every service answers a test clock. */
@Path("/internal/channels/{c}")
@RegisterProvider(ServiceTokenFilter.class)
public interface ServiceClock {

  @GET
  @Path("/progress")
  Uni<Progress> progress(@PathParam("c") String channel);

  @GET
  @Path("/due")
  Uni<DueAnswer> due(@PathParam("c") String channel);

  @PUT
  @Path("/clock")
  Uni<Void> move(@PathParam("c") String channel, ClockStep step);

  @POST
  @Path("/due-work")
  Uni<DueWorkAnswer> run(@PathParam("c") String channel, ClockStep step);
}
