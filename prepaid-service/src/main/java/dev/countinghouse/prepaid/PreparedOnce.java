package dev.countinghouse.prepaid;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A pool whose connections remember every prepared statement. The client by itself forgets those
 * longer than 2,048 characters, and says so nowhere: a statement that writes several tables would
 * be parsed and planned anew each time, which costs more than the writes.
 */
@Singleton
public class PreparedOnce implements PgPoolCreator {

  @Override
  public Pool create(Input input) {
    for (PgConnectOptions database : input.pgConnectOptionsList()) {
      database.setPreparedStatementCacheSqlFilter(sql -> true);
    }
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
