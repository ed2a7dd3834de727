package dev.countinghouse.subscription.member;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes members; the last owner stays. */
@ApplicationScoped
class ChangeMembers {

  private final ChannelClock clock;

  ChangeMembers(ChannelClock clock) {
    this.clock = clock;
  }

  /** Adds a member, or gives one another role. */
  Uni<Answer> put(Transaction transaction, String channel, MemberRequest request) {
    Role role = Role.valueOf(request.role().toUpperCase(Locale.ROOT));
    return Channel.lock(channel)
        .chain(() -> mayLeave(channel, request.subject(), role))
        .chain(may -> may ? put(transaction, channel, request.subject(), role) : lastOwner());
  }

  Uni<Answer> remove(String channel, String subject) {
    return Channel.lock(channel)
        .chain(() -> mayLeave(channel, subject, null))
        .chain(may -> may ? delete(channel, subject) : lastOwner());
  }

  /** Whether an owner is left when that subject becomes {@code next}. */
  private static Uni<Boolean> mayLeave(String channel, String subject, @Nullable Role next) {
    if (next == Role.OWNER) {
      return Uni.createFrom().item(true);
    }
    return Member.count(
            "channel = ?1 and subject <> ?2 and role = ?3", channel, subject, Role.OWNER)
        .map(others -> others > 0);
  }

  private Uni<Answer> put(Transaction transaction, String channel, String subject, Role role) {
    return clock
        .now(transaction, channel)
        .chain(now -> stored(channel, subject, role, now.now()))
        .map(
            member ->
                Answer.created("/v1/channels/" + channel + "/members", MemberJson.of(member)));
  }

  private static Uni<Member> stored(String channel, String subject, Role role, Instant now) {
    return Member.<Member>findById(new Member.Key(channel, subject))
        .onItem()
        .ifNull()
        .switchTo(() -> Member.of(channel, subject, role, now).persist())
        .invoke(member -> member.role = role);
  }

  private static Uni<Answer> delete(String channel, String subject) {
    return Member.deleteById(new Member.Key(channel, subject))
        .map(found -> found ? Answer.noContent() : Answer.refused(notFound()));
  }

  private static Problem notFound() {
    return Problem.of(404, "member.not-found", "There is no such member.");
  }

  private static Uni<Answer> lastOwner() {
    return Uni.createFrom()
        .item(
            Answer.refused(
                Problem.of(409, "member.last-owner", "A channel keeps at least one owner.")));
  }
}
