package dev.countinghouse.caller;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A neighbour that is down. */
@Path("/internal")
@RegisterRestClient(configKey = "absent")
public interface AbsentClient {

  @GET
  @Path("/who")
  Uni<String> who();
}
