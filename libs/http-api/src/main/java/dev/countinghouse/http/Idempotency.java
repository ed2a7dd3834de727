package dev.countinghouse.http;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Commands that may be sent again (SYS-2). The key is the request's {@code Idempotency-Key} header;
 * a request without one runs without being remembered. The stored hash covers method, path, the
 * caller's subject and the body. Same key and same request: the first answer with {@code
 * Idempotency-Replayed: true}. Same key and another request: 422 {@code idempotency.key-reused}.
 * Keys are kept apart by {@code scope} (the channel id, or the subject where there is no channel).
 */
public interface Idempotency {

  /**
   * A command that is one transaction: the key, the effect and the answer commit together.
   *
   * @param scope channel id
   * @param body the request's body as it was read; part of the hash
   * @param command runs in the transaction; a refusal is an {@link Answer} too. It is only called
   *     for the first request
   */
  Uni<Response> once(String scope, Object body, Function<Transaction, Uni<Answer>> command);

  /**
   * A command of several transactions with calls between them. The key is claimed with the id of
   * what will be made; a repeat that finds no answer yet runs {@code command} again with that same
   * id, so every step must be idempotent by it.
   *
   * @param newId makes the id for the first request
   * @param command resumes or runs; its last transaction should not depend on having been the only
   *     one
   */
  Uni<Response> resumable(
      String scope, Object body, Supplier<String> newId, Function<String, Uni<Answer>> command);
}
