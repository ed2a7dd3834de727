package dev.countinghouse.subscription.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as outsiders see it.
 *
 * @param kind {@code in-app}, {@code e-mail} or {@code banner}
 * @param readAt null while nobody has read it
 */
@RegisterForReflection
public record NoticeJson(
    String id, String kind, String code, String text, Instant createdAt, @Nullable Instant readAt) {

  static NoticeJson of(Notice notice) {
    return new NoticeJson(
        notice.id, notice.kind, notice.code, notice.text, notice.createdAt, notice.readAt);
  }
}
