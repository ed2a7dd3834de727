package dev.countinghouse.clock;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs a piece of work on a duplicated Vert.x context of its own, on the next event loop: a
 * Hibernate Reactive session belongs to one such context, and two pieces must not share a session.
 */
@ApplicationScoped
class OwnContext {

  private final Vertx vertx;

  OwnContext(Vertx vertx) {
    this.vertx = vertx;
  }

  <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom().emitter(emitter -> start(work, emitter));
  }

  private <T> void start(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    Context root = ((VertxInternal) vertx).createEventLoopContext();
    Context own = VertxContext.createNewDuplicatedContext(root);
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(ignored -> subscribe(work, emitter));
  }

  private static <T> void subscribe(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    Cancellable running =
        Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
    emitter.onTermination(running::cancel);
  }
}
