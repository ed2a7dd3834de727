-- Every event that was counted: the memory that makes a repeat a repeat (MAU-7) and the journal from which figures can be
-- counted anew. `data` is null where user_activity already says everything. Partitioned by the month of the local day.
create table usage_event (
  channel_id   text        not null,
  event_key    uuid        not null,
  day          date        not null,
  content_hash bigint      not null,
  type         text        not null,
  occurred_at  timestamptz not null,
  data         jsonb,
  primary key (channel_id, event_key, day)
) partition by range (day);

-- A channel's users, numbered 1, 2, 3 … within the channel: days then hold small numbers, and two users can be made one
-- (MAU-4) without touching their days.
create table channel_user (
  channel_id  text    not null,
  user_id     text    not null,
  user_number integer not null,
  first_day   date    not null,
  primary key (channel_id, user_id)
);
create unique index channel_user_by_number on channel_user (channel_id, user_number);

create table user_numbering (
  channel_id  text primary key,
  last_number integer not null
);

-- Who was active on which local day (MAU-1). Partitioned by month.
create table user_activity (
  channel_id  text    not null,
  day         date    not null,
  user_number integer not null,
  primary key (channel_id, day, user_number)
) partition by range (day);

-- What lies in no month that has a partition: days of sandbox channels in any year.
create table usage_event_other partition of usage_event default;
create table user_activity_other partition of user_activity default;

-- How far each partition of the topic has been counted; moves in the transaction of what it counts.
create table usage_position (
  topic_id     uuid   not null,
  partition_id integer not null,
  next_offset  bigint not null,
  primary key (topic_id, partition_id)
);

-- Gives a month its own partition, and moves there what the default partition already holds of it. Repeated, it does nothing.
create function ensure_month(parent text, month date) returns boolean language plpgsql as $$
declare
  first date := date_trunc('month', month)::date;
  next  date := (date_trunc('month', month) + interval '1 month')::date;
  child text := parent || '_' || to_char(month, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('ensure_month'));
  if to_regclass(child) is not null then
    return false;
  end if;
  -- Without the lock a row could arrive in the default partition between the move and the attachment, which would then fail.
  execute format('lock table %I in access exclusive mode', parent || '_other');
  execute format('create table %I (like %I including defaults including constraints)', child, parent);
  execute format('with moved as (delete from %I where day >= %L and day < %L returning *) insert into %I select * from moved',
                 parent || '_other', first, next, child);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, first, next);
  return true;
end
$$;
