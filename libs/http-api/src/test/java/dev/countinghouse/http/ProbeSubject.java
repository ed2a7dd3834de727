package dev.countinghouse.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Believes the header {@code X-Subject}. */
@ApplicationScoped
public class ProbeSubject implements RequestSubject {

  private final CurrentVertxRequest current;

  ProbeSubject(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public String subject() {
    String header = current.getCurrent().request().getHeader("X-Subject");
    return Objects.requireNonNullElse(header, "somebody");
  }
}
