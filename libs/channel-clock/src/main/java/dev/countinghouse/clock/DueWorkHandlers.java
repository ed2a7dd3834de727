package dev.countinghouse.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service's handlers by kind; two of one kind stop the service at its start. */
@ApplicationScoped
class DueWorkHandlers {

  private final Map<String, DueWorkHandler> byKind;

  DueWorkHandlers(@All List<DueWorkHandler> handlers) {
    this.byKind =
        handlers.stream().collect(Collectors.toMap(DueWorkHandler::kind, Function.identity()));
  }

  Uni<Void> run(DueItem item) {
    @Nullable DueWorkHandler handler = byKind.get(item.kind());
    return handler == null
        ? Uni.createFrom().failure(new IllegalStateException("nobody handles " + item.kind()))
        : handler.run(item);
  }
}
