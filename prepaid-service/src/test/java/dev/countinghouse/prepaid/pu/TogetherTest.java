package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private record Statement(List<String> items, UniEmitter<? super List<Integer>> answer) {

    void complete() {
      answer.complete(items.stream().map(String::length).toList());
    }
  }

  private final List<Statement> sent = new ArrayList<>();
  private final Together<String, Integer> together = new Together<>(2, 3, this::send);

  @Test
  @DisplayName("two are under way at once; what comes meanwhile is the next, three at most")
  void gathers() {
    List<CompletableFuture<Integer>> answers =
        List.of("a", "bb", "ccc", "dd", "e", "ffff").stream()
            .map(item -> together.join(item).subscribeAsCompletionStage())
            .toList();
    assertThat(sent).extracting(Statement::items).containsExactly(List.of("a"), List.of("bb"));

    sent.get(1).complete();
    assertThat(sent.getLast().items()).containsExactly("ccc", "dd", "e");
    sent.get(0).complete();
    assertThat(sent.getLast().items()).containsExactly("ffff");
    sent.get(2).complete();
    sent.get(3).complete();

    assertThat(answers).extracting(CompletableFuture::join).containsExactly(1, 2, 3, 2, 1, 4);
    assertThat(sent).hasSize(4);
  }

  @Test
  @DisplayName("one that is refused does not take the others with it")
  void apart() {
    CompletableFuture<Integer> first = together.join("a").subscribeAsCompletionStage();
    CompletableFuture<Integer> second = together.join("b").subscribeAsCompletionStage();
    CompletableFuture<Integer> good = together.join("good").subscribeAsCompletionStage();
    CompletableFuture<Integer> bad = together.join("bad").subscribeAsCompletionStage();
    sent.get(0).complete();

    sent.get(2).answer().fail(new IllegalStateException("bad"));
    sent.get(3).complete();
    sent.get(4).answer().fail(new IllegalStateException("bad"));
    sent.get(1).complete();

    assertThat(sent.get(3).items()).containsExactly("good");
    assertThat(good.join()).isEqualTo(4);
    assertThat(bad).isCompletedExceptionally();
    assertThat(List.of(first, second)).allMatch(CompletableFuture::isDone);
  }

  private Uni<List<Integer>> send(List<String> items) {
    return Uni.createFrom().emitter(emitter -> sent.add(new Statement(items, emitter)));
  }
}
