package dev.countinghouse.outbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** A duplicated context, which Hibernate Reactive asks for. */
record DuplicatedContext(Context context) implements MessageContext {

  /** The current one if it is a duplicate, else a new one. */
  static DuplicatedContext currentOrNew(Vertx vertx) {
    Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
    VertxContextSafetyToggle.setContextSafe(context, true);
    return new DuplicatedContext(context);
  }

  @Override
  public <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> context.runOnContext(ignored -> start(work, emitter)));
  }

  private static <T> void start(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    Uni.createFrom().deferred(() -> work.get()).subscribe().with(emitter::complete, emitter::fail);
  }
}
