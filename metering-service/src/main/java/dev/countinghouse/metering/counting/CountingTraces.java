package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.topic.TraceHeaders;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;

/** One span a batch, linked to the requests that brought its events. */
@ApplicationScoped
public class CountingTraces {

  /** A batch may come from hundreds of requests; a span is of no use with more links than this. */
  private static final int MAX_LINKS = 32;

  private final Tracer tracer;
  private final TraceHeaders headers;

  public CountingTraces(OpenTelemetry telemetry, TraceHeaders headers) {
    this.tracer = telemetry.getTracer("countinghouse.metering");
    this.headers = headers;
  }

  /** The caller ends it. */
  Span begin(PartitionBatch batch) {
    SpanBuilder span =
        tracer
            .spanBuilder("count usage")
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.batch.message_count", batch.records().size());
    batch.records().stream()
        .map(record -> headers.extract(record.headers()))
        .filter(SpanContext::isValid)
        .distinct()
        .limit(MAX_LINKS)
        .forEach(span::addLink);
    return span.startSpan();
  }
}
