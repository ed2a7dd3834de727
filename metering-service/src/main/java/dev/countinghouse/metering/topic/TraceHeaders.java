package dev.countinghouse.metering.topic;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Carries the trace of the request that brought an event to the batch that counts it. */
@ApplicationScoped
public class TraceHeaders {

  private static final TextMapGetter<Headers> GETTER = new Getter();

  private final OpenTelemetry telemetry;

  public TraceHeaders(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** Adds the current trace, if there is one. */
  Headers inject(Headers headers) {
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), headers, TraceHeaders::put);
    return headers;
  }

  /** The trace that the headers carry; invalid when none. */
  public SpanContext extract(Headers headers) {
    Context context =
        telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), headers, GETTER);
    return Span.fromContext(context).getSpanContext();
  }

  private static void put(@Nullable Headers headers, String key, String value) {
    if (headers != null) {
      headers.remove(key).add(key, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Getter implements TextMapGetter<Headers> {

    @Override
    public Iterable<String> keys(Headers headers) {
      List<String> keys = new ArrayList<>();
      headers.forEach(header -> keys.add(header.key()));
      return keys;
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String key) {
      Header header = headers == null ? null : headers.lastHeader(key);
      return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
  }
}
