package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TracedAppendTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  @DisplayName("the trace of the business transaction goes with the event")
  void traced() {
    // Given
    SpanContext context =
        SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());

    // When
    String traceparent;
    try (Scope scope = Span.wrap(context).makeCurrent()) {
      assertThat(scope).isNotNull();
      traceparent = TraceContext.traceparent();
    }

    // Then
    assertThat(traceparent).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
  }

  @Test
  @DisplayName("without a trace the event has none")
  void untraced() {
    assertThat(TraceContext.traceparent()).isNull();
  }
}
