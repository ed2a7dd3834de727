package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Which user was active on which local day (MAU-1), in bulk. */
@ApplicationScoped
public class ActiveDays {

  /**
   * @param channels one entry a row, as the arrays beside it
   */
  private record Rows(String[] channels, String[] users, LocalDate[] days) {

    static Rows of(List<CountableEvent> active) {
      return new Rows(
          active.stream().map(CountableEvent::channel).toArray(String[]::new),
          active.stream().map(e -> e.event().activeUser().orElseThrow()).toArray(String[]::new),
          active.stream().map(CountableEvent::day).toArray(LocalDate[]::new));
    }
  }

  /** Marks the days; a day that is marked already stays as it is. */
  Uni<Void> mark(Transaction transaction, List<CountableEvent> events) {
    List<CountableEvent> active =
        events.stream().filter(event -> event.event().activeUser().isPresent()).toList();
    if (active.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Rows rows = Rows.of(active);
    return number(transaction, rows)
        .chain(() -> lowerFirstDays(transaction, rows))
        .chain(() -> insertDays(transaction, rows))
        .replaceWithVoid();
  }

  /**
   * Numbers the users that are new. The row of user_numbering is the lock between transactions that
   * number users of one channel; who comes second finds the user numbered and leaves a gap.
   */
  private static Uni<Integer> number(Transaction transaction, Rows rows) {
    return transaction.update(
        """
        with seen as (
          select channel_id, user_id, min(day) as first_day
          from unnest($1::text[], $2::text[], $3::date[]) as t (channel_id, user_id, day)
          group by channel_id, user_id),
        fresh as (
          select s.* from seen s
          where not exists (
            select from channel_user u where u.channel_id = s.channel_id and u.user_id = s.user_id)),
        reserved as (
          insert into user_numbering as n (channel_id, last_number)
          select channel_id, count(*) from fresh group by channel_id order by channel_id
          on conflict (channel_id) do update set last_number = n.last_number + excluded.last_number
          returning channel_id, last_number)
        insert into channel_user (channel_id, user_id, user_number, first_day)
        select f.channel_id, f.user_id,
               r.last_number + 1 - row_number() over (partition by f.channel_id order by f.user_id),
               f.first_day
        from fresh f join reserved r using (channel_id)
        on conflict (channel_id, user_id) do nothing
        """,
        (Object) rows.channels(),
        rows.users(),
        rows.days());
  }

  /** Late events (MAU-5) may make a user older than was known. */
  private static Uni<Integer> lowerFirstDays(Transaction transaction, Rows rows) {
    return transaction.update(
        """
        update channel_user u set first_day = s.first_day
        from (select channel_id, user_id, min(day) as first_day
              from unnest($1::text[], $2::text[], $3::date[]) as t (channel_id, user_id, day)
              group by channel_id, user_id) s
        where u.channel_id = s.channel_id and u.user_id = s.user_id and u.first_day > s.first_day
        """,
        (Object) rows.channels(),
        rows.users(),
        rows.days());
  }

  private static Uni<Integer> insertDays(Transaction transaction, Rows rows) {
    return transaction.update(
        """
        insert into user_activity (channel_id, day, user_number)
        select distinct t.channel_id, t.day, u.user_number
        from unnest($1::text[], $2::text[], $3::date[]) as t (channel_id, user_id, day)
        join channel_user u using (channel_id, user_id)
        order by 1, 2, 3
        on conflict do nothing
        """,
        (Object) rows.channels(),
        rows.users(),
        rows.days());
  }
}
