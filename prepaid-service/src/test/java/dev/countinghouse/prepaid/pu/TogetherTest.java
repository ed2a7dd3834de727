package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
  @DisplayName("what comes while a statement is under way is the next, whose turn is its end")
  void gathers() {
    List<CompletableFuture<Integer>> answers = join("a", "bb", "ccc");
    assertThat(sent).extracting(Statement::items).containsExactly(List.of("a"));

    sent.get(0).complete();
    sent.get(1).complete();

    assertThat(sent).extracting(Statement::items).last().isEqualTo(List.of("bb", "ccc"));
    assertThat(answers).extracting(CompletableFuture::join).containsExactly(1, 2, 3);
  }

  @Test
  @DisplayName("a full one does not wait for the one under way; a third waits for one of two")
  void aFullOneBeginsBeside() {
    join("a", "b", "c", "d", "e", "f", "g");

    assertThat(sent)
        .extracting(Statement::items)
        .containsExactly(List.of("a"), List.of("b", "c", "d"));
    sent.get(1).complete();
    assertThat(sent).extracting(Statement::items).last().isEqualTo(List.of("e", "f", "g"));
  }

  @Test
  @DisplayName("one that is refused does not take the others with it")
  void apart() {
    List<CompletableFuture<Integer>> answers = join("a", "good", "bad");
    sent.get(0).complete();

    sent.get(1).answer().fail(new IllegalStateException("bad"));
    sent.get(2).complete();
    sent.get(3).answer().fail(new IllegalStateException("bad"));

    assertThat(sent.get(2).items()).containsExactly("good");
    assertThat(answers.get(1).join()).isEqualTo(4);
    assertThat(answers.get(2)).isCompletedExceptionally();
  }

  private List<CompletableFuture<Integer>> join(String... items) {
    return Stream.of(items).map(item -> together.join(item).subscribeAsCompletionStage()).toList();
  }

  private Uni<List<Integer>> send(List<String> items) {
    return Uni.createFrom().emitter(emitter -> sent.add(new Statement(items, emitter)));
  }
}
