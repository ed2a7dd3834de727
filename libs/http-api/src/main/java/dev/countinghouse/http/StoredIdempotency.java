package dev.countinghouse.http;

import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keys and answers in the table {@code idempotency}, in the transaction of the effect (SYS-2). */
@ApplicationScoped
public class StoredIdempotency implements Idempotency {

  private final Transactions transactions;
  private final CommandRequests requests;
  private final AnswerWriter writer;

  StoredIdempotency(
      Transactions transactions,
      CommandRequests requests,
      AnswerWriter writer,
      IdempotencyPurge purge) {
    this.transactions = transactions;
    this.requests = requests;
    this.writer = writer;
    purge.start();
  }

  @Override
  public Uni<Response> once(String scope, Object body, Function<Transaction, Uni<Answer>> command) {
    return requests
        .read(scope, body)
        .map(request -> transactions.run(tx -> claimed(tx, request, command)))
        .orElseGet(() -> transactions.run(tx -> answered(command.apply(tx))));
  }

  @Override
  public Uni<Response> resumable(
      String scope, Object body, Supplier<String> newId, Function<String, Uni<Answer>> command) {
    return requests
        .read(scope, body)
        .map(request -> resumed(request, newId.get(), command))
        .orElseGet(() -> answered(command.apply(newId.get())));
  }

  private Uni<Response> claimed(
      Transaction tx, CommandRequest request, Function<Transaction, Uni<Answer>> command) {
    return IdempotencyRows.claim(tx, request, null)
        .chain(first -> first ? run(tx, request, command) : replay(tx, request));
  }

  private Uni<Response> run(
      Transaction tx, CommandRequest request, Function<Transaction, Uni<Answer>> command) {
    return command.apply(tx).map(this::written).chain(answer -> store(tx, request, answer));
  }

  private Uni<Response> replay(Transaction tx, CommandRequest request) {
    return IdempotencyRows.read(tx, request)
        .map(row -> same(row, request).answer())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("a command of one transaction has no answer"))
        .map(StoredAnswer::replayed);
  }

  private Uni<Response> resumed(
      CommandRequest request, String newId, Function<String, Uni<Answer>> command) {
    return transactions
        .run(tx -> claimOrRead(tx, request, newId))
        .chain(row -> row.answer() == null ? finish(request, row, command) : replayed(row));
  }

  private Uni<IdempotencyRows.Row> claimOrRead(
      Transaction tx, CommandRequest request, String newId) {
    return IdempotencyRows.claim(tx, request, newId)
        .chain(first -> IdempotencyRows.read(tx, request))
        .map(row -> same(row, request));
  }

  private Uni<Response> finish(
      CommandRequest request, IdempotencyRows.Row row, Function<String, Uni<Answer>> command) {
    String id = java.util.Objects.requireNonNull(row.resourceId(), "a resumable key has an id");
    return command
        .apply(id)
        .map(this::written)
        .chain(answer -> transactions.run(tx -> store(tx, request, answer)));
  }

  /** The answer that counts is the one stored: where two ran at once, the first to finish. */
  private Uni<Response> store(Transaction tx, CommandRequest request, StoredAnswer answer) {
    return IdempotencyRows.answer(tx, request, answer)
        .chain(stored -> stored ? Uni.createFrom().item(answer.first()) : replay(tx, request));
  }

  private Uni<Response> answered(Uni<Answer> answer) {
    return answer.map(given -> written(given).first());
  }

  /** An outage is not an answer: it takes its transaction with it and the key stays free. */
  private StoredAnswer written(Answer answer) {
    if (answer.status() >= 500) {
      throw answer.body() instanceof Problem problem
          ? new ProblemException(problem)
          : new IllegalStateException("a command answered " + answer.status());
    }
    return writer.write(answer);
  }

  private static Uni<Response> replayed(IdempotencyRows.Row row) {
    return Uni.createFrom().item(row.answer()).map(StoredAnswer::replayed);
  }

  private static IdempotencyRows.Row same(IdempotencyRows.Row row, CommandRequest request) {
    if (!row.hash().equals(request.hash())) {
      throw new ProblemException(
          Problem.of(
              422,
              "idempotency.key-reused",
              "This Idempotency-Key was used for another request; use a new one."));
    }
    return row;
  }
}
