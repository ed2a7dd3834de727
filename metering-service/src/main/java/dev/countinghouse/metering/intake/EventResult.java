package dev.countinghouse.metering.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param id as it was sent; null when it could not be read
 * @param status {@code accepted}, {@code duplicate} or {@code rejected}
 * @param code why it was rejected
 * @param field path of the field that is to blame
 * @param expected what would have been right
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventResult(
    @Nullable String id,
    String status,
    @Nullable String code,
    @Nullable String field,
    @Nullable String expected) {

  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATE = "duplicate";
  public static final String REJECTED = "rejected";
}
