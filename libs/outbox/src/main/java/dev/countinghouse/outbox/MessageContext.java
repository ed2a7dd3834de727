package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The Vert.x context that belongs to one message: a session and a trace live on it. */
interface MessageContext {

  /** Starts {@code work} on the context. */
  <T> Uni<T> run(Supplier<Uni<T>> work);
}
