package dev.countinghouse.prepaid.pu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private record Statement(List<String> items, UniEmitter<? super List<Integer>> answer) {

    void complete() {
      answer.complete(items.stream().map(String::length).toList());
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Statement> sent = new CopyOnWriteArrayList<>();
  private final Together<String, Integer> together = new Together<>(2, 3, LIMIT, this::send);

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

  @Test
  @DisplayName("those of a refused one are sent alone in turn, and count as one under way")
  void apartInTurn() {
    List<CompletableFuture<Integer>> answers = join("a", "b", "c", "d", "later");
    sent.get(1).answer().fail(new IllegalStateException("no"));
    assertThat(sent).extracting(Statement::items).last().isEqualTo(List.of("b"));

    sent.get(2).complete();
    sent.get(3).complete();
    sent.get(4).complete();

    assertThat(sent)
        .extracting(Statement::items)
        .containsExactly(
            List.of("a"), List.of("b", "c", "d"), List.of("b"), List.of("c"), List.of("d"));
    assertThat(answers.subList(1, 4)).allMatch(CompletableFuture::isDone);
    assertThat(answers.get(4)).isNotDone();
  }

  @Test
  @DisplayName("a database that is away is told to all of a statement, which is not sent again")
  void away() {
    List<CompletableFuture<Integer>> answers = join("a", "b", "c");
    sent.get(0).complete();
    sent.get(1).answer().fail(new ConnectException("refused"));

    assertThat(sent).hasSize(2);
    assertThat(answers.subList(1, 3)).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  @DisplayName("a statement without an answer is given up, and the next has its turn")
  void givenUp() {
    Together<String, Integer> impatient = new Together<>(1, 3, Duration.ofSeconds(2), this::send);
    CompletableFuture<Integer> first = impatient.join("a").subscribeAsCompletionStage();
    CompletableFuture<Integer> second = impatient.join("b").subscribeAsCompletionStage();

    assertThat(first).failsWithin(Duration.ofSeconds(20));
    await().until(() -> sent.size() == 2);
    sent.get(1).complete();

    assertThat(second).isCompletedWithValue(1);
  }

  @Test
  @DisplayName("each is answered on the context on which it asked")
  void ownContext() {
    Vertx vertx = Vertx.vertx();
    try {
      Context context = vertx.getOrCreateContext();
      CompletableFuture<Context> answered = new CompletableFuture<>();
      context.runOnContext(
          ignored ->
              together
                  .join("a")
                  .subscribe()
                  .with(length -> answered.complete(Vertx.currentContext())));
      await().until(() -> sent.size() == 1);

      sent.get(0).complete();

      assertThat(answered).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(context);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private List<CompletableFuture<Integer>> join(String... items) {
    return Stream.of(items).map(item -> together.join(item).subscribeAsCompletionStage()).toList();
  }

  private Uni<List<Integer>> send(List<String> items) {
    return Uni.createFrom().emitter(emitter -> sent.add(new Statement(items, emitter)));
  }
}
