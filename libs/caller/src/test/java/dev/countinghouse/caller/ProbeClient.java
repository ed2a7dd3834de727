package dev.countinghouse.caller;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The program as its own neighbour. */
@Path("/internal")
@RegisterRestClient(configKey = "probe")
@RegisterProvider(ServiceTokenFilter.class)
public interface ProbeClient {

  @GET
  @Path("/who")
  Uni<String> who();

  @GET
  @Path("/nothing")
  Uni<String> nothing();
}
