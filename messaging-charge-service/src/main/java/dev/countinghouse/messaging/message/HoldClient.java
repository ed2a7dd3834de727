package dev.countinghouse.messaging.message;

import dev.countinghouse.caller.ServiceTokenFilter;
import dev.countinghouse.contracts.internal.HoldAnswers;
import dev.countinghouse.contracts.internal.HoldRequests;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Holds at prepaid (PU-3); same id + same content = same answer (PU-4). */
@RegisterRestClient(configKey = "prepaid")
@RegisterProvider(ServiceTokenFilter.class)
interface HoldClient {

  @POST
  @Path("/internal/holds")
  Uni<HoldAnswers> hold(HoldRequests requests);
}
