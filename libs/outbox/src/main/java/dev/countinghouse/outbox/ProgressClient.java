package dev.countinghouse.outbox;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** Asks another service how far it has come; see {@link ProgressResource}. */
@Path("/internal/channels/{c}/progress")
@RegisterProvider(ServiceTokenFilter.class)
public interface ProgressClient {

  @GET
  Uni<Progress> progress(
      @PathParam("c") String channel,
      @QueryParam("source") String source,
      @QueryParam("atLeast") long atLeast,
      @QueryParam("waitMillis") long waitMillis);
}
