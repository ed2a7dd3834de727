package dev.countinghouse.gateway.refusal;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** What a step came to: something for the next step, or a refusal that ends the chain. */
public sealed interface Verdict<T> {

  record Passed<T>(T value) implements Verdict<T> {}

  record Refused<T>(Refusal refusal) implements Verdict<T> {}

  /** What is passed on where there is nothing to say. */
  enum Done {
    DONE
  }

  static Verdict<Done> done() {
    return new Passed<>(Done.DONE);
  }

  static <T> Verdict<T> passed(T value) {
    return new Passed<>(value);
  }

  static <T> Verdict<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** The next step, unless this one refused. */
  default <R> Uni<Verdict<R>> then(Function<T, Uni<Verdict<R>>> step) {
    return switch (this) {
      case Passed<T> passed -> step.apply(passed.value());
      case Refused<T> refused -> Uni.createFrom().item(refused(refused.refusal()));
    };
  }

  /** The next step where it needs nobody else, unless this one refused. */
  default <R> Verdict<R> thenNow(Function<T, Verdict<R>> step) {
    return switch (this) {
      case Passed<T> passed -> step.apply(passed.value());
      case Refused<T> refused -> refused(refused.refusal());
    };
  }
}
