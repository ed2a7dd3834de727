package dev.countinghouse.prepaid.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What was asked and answered when periods were closed. */
@ApplicationScoped
class Closings {

  private static final String FIND =
      "select request, answer from usage_closing where channel_id = $1 and period_start = $2";

  private static final String KEEP =
      "insert into usage_closing (channel_id, period_start, request, answer)"
          + " values ($1, $2, $3, $4)";

  private final ObjectMapper json;

  Closings(ObjectMapper json) {
    this.json = json;
  }

  /** How the period was closed; null when it has not been. */
  Uni<ClosePeriod.@Nullable Closed> find(
      Transaction transaction, String channel, ClosingRequest request) {
    return transaction
        .selectFirst(FIND, channel, request.start().atOffset(ZoneOffset.UTC))
        .map(row -> row == null ? null : closed(request, row));
  }

  private ClosePeriod.Closed closed(ClosingRequest request, Fields row) {
    return read(row.string(0), ClosingRequest.class).equals(request)
        ? new ClosePeriod.Answered(read(row.string(1), ClosingAnswer.class))
        : new ClosePeriod.Conflict();
  }

  Uni<Integer> keep(
      Transaction transaction, String channel, ClosingRequest request, ClosingAnswer answer) {
    return transaction.update(
        KEEP, channel, request.start().atOffset(ZoneOffset.UTC), text(request), text(answer));
  }

  private String text(Object contract) {
    try {
      return json.writeValueAsString(contract);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Records are compared, not their text, which another version of this service may have written.
   */
  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored closing cannot be read", e);
    }
  }
}
