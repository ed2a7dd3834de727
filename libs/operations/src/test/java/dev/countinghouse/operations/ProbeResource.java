package dev.countinghouse.operations;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.MDC;

/** Says what a log line written now would carry, also after the work has waited. */
@Path("/v1/channels/{c}/log-fields")
public class ProbeResource {

  @GET
  public Uni<String> fields(@PathParam("c") String channel) {
    return Uni.createFrom()
        .item(channel)
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(20))
        .map(waited -> text("channel") + " " + text("request"));
  }

  private static String text(String field) {
    return Objects.toString(MDC.get(field), "none");
  }
}
