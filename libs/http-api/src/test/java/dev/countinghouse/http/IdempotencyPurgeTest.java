package dev.countinghouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class IdempotencyPurgeTest {

  private static final String OLD_AND_NEW =
      """
      insert into idempotency (scope, key, request_hash, created_at) values
        ('ch_purge', 'old', 'h', now() - interval '30 days 1 minute'),
        ('ch_purge', 'new', 'h', now() - interval '29 days 23 hours')""";

  @Inject Transactions transactions;
  @Inject IdempotencyPurge purge;

  @Test
  @DisplayName("SYS-2 a key is kept for thirty days and no longer")
  void keepsAndRemoves() throws Throwable {
    int inserted = await(() -> transactions.run(tx -> tx.update(OLD_AND_NEW)));

    int removed = await(purge::purge);

    assertThat(inserted).isEqualTo(2);
    assertThat(removed).isEqualTo(1);
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }
}
