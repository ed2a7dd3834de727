package dev.countinghouse.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A path of the public API. */
@Path("/v1/price-books")
public class ProbeBooks {

  @GET
  public String books() {
    return "books";
  }
}
