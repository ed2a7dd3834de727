package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transaction;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The handlers of this service, by the types of the events that they apply. */
@ApplicationScoped
public class EventHandlers {

  private final Map<String, List<InboxHandler>> handlers;

  public EventHandlers(@All List<InboxHandler> handlers) {
    this.handlers = byType(handlers);
  }

  boolean want(IncomingEvent event) {
    return handlers.containsKey(event.type());
  }

  /** Applies an event, one handler after another. */
  Uni<Void> apply(Transaction transaction, IncomingEvent event) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (InboxHandler handler : handlers.getOrDefault(event.type(), List.of())) {
      done = done.chain(() -> handler.handle(transaction, event));
    }
    return done;
  }

  private static Map<String, List<InboxHandler>> byType(List<InboxHandler> handlers) {
    Map<String, List<InboxHandler>> byType = new HashMap<>();
    for (InboxHandler handler : handlers) {
      for (String type : handler.types()) {
        byType.merge(type, List.of(handler), EventHandlers::joined);
      }
    }
    return byType;
  }

  private static List<InboxHandler> joined(List<InboxHandler> some, List<InboxHandler> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
