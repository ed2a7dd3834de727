package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyedLanesTest {

  private final KeyedLanes lanes = new KeyedLanes(3);
  private final Map<String, CompletableFuture<Void>> started = new TreeMap<>();
  private final List<CompletableFuture<Void>> places = new ArrayList<>();

  @Test
  @DisplayName("work of one key runs one after another, of different keys side by side")
  void lanes() {
    // Given
    add("a", "a1");
    add("a", "a2");
    add("b", "b1");

    // When
    assertThat(started).containsOnlyKeys("a1", "b1");
    end("a1");

    // Then
    assertThat(started).containsOnlyKeys("a1", "a2", "b1");
  }

  @Test
  @DisplayName("there is no place for more than the given number until one ends")
  void places() {
    // Given / When
    add("a", "a1");
    add("b", "b1");
    add("c", "c1");

    // Then
    assertThat(places.get(1)).isDone();
    assertThat(places.get(2)).isNotDone();
    end("b1");
    assertThat(places.get(2)).isDone();
  }

  @Test
  @DisplayName("stopped, nothing more starts, and what runs is waited for")
  void stop() {
    // Given
    add("a", "a1");
    add("a", "a2");

    // When
    var idle = lanes.stop().subscribeAsCompletionStage();

    // Then
    assertThat(idle).isNotDone();
    end("a1");
    assertThat(idle).isDone();
    assertThat(started).containsOnlyKeys("a1");
  }

  private void add(String key, String work) {
    places.add(lanes.add(key, () -> start(work)).subscribeAsCompletionStage());
  }

  private Uni<Void> start(String work) {
    CompletableFuture<Void> ending = new CompletableFuture<>();
    started.put(work, ending);
    return Uni.createFrom().completionStage(ending);
  }

  private void end(String work) {
    Objects.requireNonNull(started.get(work)).complete(null);
  }
}
