package dev.countinghouse.caller;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls of the route table, one that it lacks, an internal one, and one that anybody may make. */
@Path("/")
public class ProbeResource {

  private final CurrentCaller current;
  private final ProbeClient client;
  private final AbsentClient absent;

  ProbeResource(
      CurrentCaller current, @RestClient ProbeClient client, @RestClient AbsentClient absent) {
    this.current = current;
    this.client = client;
    this.absent = absent;
  }

  @GET
  @Path("/v1/channels/{c}")
  public Uni<String> channel(@PathParam("c") String channel) {
    return Uni.createFrom().item(() -> current.caller().subject() + " sees " + channel);
  }

  @GET
  @Path("/v1/channels/{c}/invoices")
  public Uni<String> invoices(@PathParam("c") String channel) {
    return Uni.createFrom().item("invoices of " + channel);
  }

  @POST
  @Path("/v1/channels")
  public Uni<String> create() {
    return Uni.createFrom().item(() -> current.caller().subject());
  }

  @DELETE
  @Path("/v1/channels/{c}/secrets")
  public Uni<String> notInTheTable(@PathParam("c") String channel) {
    return Uni.createFrom().item("reached");
  }

  @GET
  @Path("/internal/who")
  public Uni<String> internal() {
    return Uni.createFrom().item(() -> current.caller().subject());
  }

  @GET
  @Path("/open")
  public Uni<String> open() {
    return Uni.createFrom().item("open");
  }

  @GET
  @Path("/open/through-client")
  public Uni<String> throughClient() {
    return client.who();
  }

  @GET
  @Path("/open/refused")
  public Uni<String> refusedByNeighbour() {
    return client.nothing();
  }

  @GET
  @Path("/open/absent")
  public Uni<String> absentNeighbour() {
    return absent.who();
  }
}
