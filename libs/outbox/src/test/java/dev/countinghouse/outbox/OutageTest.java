package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

  @ParameterizedTest
  @DisplayName(
      "a database that is away or gives way to another is an outage, a refused statement is not")
  @CsvSource({
    "57P01,true",
    "57P03,true",
    "57014,true",
    "08006,true",
    "53300,true",
    "23505,false",
    "40P01,true",
    "40001,true",
    "55P03,true",
    "25006,true",
    "55000,false",
    "22003,false"
  })
  void sql(String state, boolean isOutage) {
    assertThat(Outage.is(new PgException("m", "FATAL", state, "d"))).isEqualTo(isOutage);
    assertThat(Outage.is(new RuntimeException(new SQLException("m", state)))).isEqualTo(isOutage);
  }

  @Test
  @DisplayName("a connection that is refused, lost or late is an outage, however deep it lies")
  void connections() {
    assertThat(Outage.is(new ConnectException("refused"))).isTrue();
    assertThat(Outage.is(new ProcessingException("x", new RuntimeException()))).isTrue();
    assertThat(Outage.is(new CompletionException(new RuntimeException(new ConnectException()))))
        .isTrue();
    assertThat(Outage.is(new NoStackTraceThrowable("Pool closed"))).isTrue();
  }

  @Test
  @DisplayName("a bug and bad JSON are no outage")
  void bugs() {
    assertThat(Outage.is(new IllegalStateException("no"))).isFalse();
    assertThat(Outage.is(new JsonParseException(null, "not JSON"))).isFalse();
    assertThat(Outage.is(new PermanentFailure("no"))).isFalse();
  }
}
