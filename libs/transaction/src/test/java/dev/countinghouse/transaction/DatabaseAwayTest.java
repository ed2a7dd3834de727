package dev.countinghouse.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAwayTest {

  private static final String WRONG_TYPE =
      "Parameter at position[0] with class = [java.lang.String] and value = [x] can not be coerced"
          + " to the expected class = [java.lang.Number] for encoding.";

  @ParameterizedTest
  @DisplayName(
      "SYS-5 a database that is away or gives way to another is an outage, a refused statement is not")
  @CsvSource({
    "57P01,true",
    "57P03,true",
    "08006,true",
    "53100,true",
    "53300,true",
    "55P03,true",
    "25006,true",
    "57014,false",
    "23505,false",
    "40P01,true",
    "P0001,false"
  })
  void sql(String state, boolean isOutage) {
    PgException failure = new PgException("m", "FATAL", state, "d");

    assertThat(DatabaseAway.isBehind(new RuntimeException(failure))).isEqualTo(isOutage);
    assertThat(DatabaseAway.isBehind(asHibernateTells(state))).isEqualTo(isOutage);
  }

  /** Hibernate Reactive keeps the driver's message and state, not its exception. */
  private static Throwable asHibernateTells(String state) {
    return new RuntimeException(new SQLException("m", state));
  }

  @Test
  @DisplayName("SYS-5 a connection that is refused, lost or not to be had is an outage")
  void connections() {
    assertThat(DatabaseAway.isBehind(new ConnectException("refused"))).isTrue();
    assertThat(DatabaseAway.isBehind(ClosedConnectionException.INSTANCE)).isTrue();
    assertThat(DatabaseAway.isBehind(new NoStackTraceThrowable("Timeout"))).isTrue();
  }

  @Test
  @DisplayName("a bug is no outage, and what is told already is not told twice")
  void others() {
    assertThat(DatabaseAway.isBehind(new IllegalStateException("no"))).isFalse();
    assertThat(DatabaseAway.isBehind(new NoStackTraceThrowable(WRONG_TYPE))).isFalse();
    assertThat(DatabaseAway.isBehind(new IOException("not of the database"))).isFalse();
    assertThat(DatabaseAway.isBehind(new DatabaseAway(new ConnectException("refused")))).isFalse();
  }

  @Test
  @DisplayName("SYS-5 a database that does not answer in time is away")
  void late() {
    Uni<String> never = Uni.createFrom().nothing();

    assertThatThrownBy(
            () -> DatabaseAway.unlessWithin(Duration.ofMillis(1), never).await().indefinitely())
        .hasCauseInstanceOf(DatabaseAway.class);
  }
}
