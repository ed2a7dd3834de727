package dev.countinghouse.clock;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A handler that writes down what it ran, then does what the test says. */
final class Journal implements DueWorkHandler {

  final List<DueItem> ran = new CopyOnWriteArrayList<>();
  private final String kind;
  private final Function<DueItem, Uni<Void>> then;

  Journal(String kind, Function<DueItem, Uni<Void>> then) {
    this.kind = kind;
    this.then = then;
  }

  Journal(String kind) {
    this(kind, item -> Uni.createFrom().voidItem());
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    ran.add(item);
    return then.apply(item);
  }

  List<String> ids() {
    return ran.stream().map(DueItem::id).toList();
  }
}
