-- The PU ledger (PU-1 to PU-4). Quantities are tenths of a PU (MON-3).

-- Makes the partition of one month, unless it exists.
create function make_month_partition(parent text, month date) returns void language plpgsql as $$
declare
  first_day date := date_trunc('month', month)::date;
begin
  execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
    parent || to_char(first_day, '_YYYY_MM'), parent, first_day::timestamp at time zone 'UTC',
    (first_day + interval '1 month')::timestamp at time zone 'UTC');
end $$;

-- The projection of one channel's journal. Its row lock orders the channel's decisions.
create table pu_account (
  channel_id    text   collate "C" primary key,
  posted_tenths bigint not null default 0,
  held_tenths   bigint not null default 0,
  last_entry    bigint not null default 0, -- number of the last journal entry
  sweep_due_at  timestamptz,               -- when holds are next swept; null when none is open
  constraint held_is_not_negative check (held_tenths >= 0),
  constraint available_is_not_negative check (posted_tenths - held_tenths >= 0)
) with (fillfactor = 50);

-- Points that came together and expire together (PU-2).
create table pu_lot (
  channel_id       text   collate "C" not null,
  lot              text   collate "C" not null,
  kind             text   not null check (kind in ('promotional', 'purchased')),
  granted_tenths   bigint not null check (granted_tenths > 0),
  available_tenths bigint not null check (available_tenths >= 0),
  held_tenths      bigint not null check (held_tenths >= 0),
  expires_at       timestamptz not null,
  primary key (channel_id, lot)
) with (fillfactor = 70);

create index pu_lot_with_points on pu_lot (channel_id) where available_tenths + held_tenths > 0;

-- Holds by the caller's id. Not partitioned by month: an id must be unique over all months (PU-4).
create table pu_hold (
  channel_id  text   collate "C" not null,
  hold_id     text   collate "C" not null,
  tenths      bigint not null check (tenths > 0),
  reason      text   not null,
  asked_at    timestamptz not null,
  expires_at  timestamptz not null,
  lots        text[]   not null, -- which lots it reserves …
  lot_tenths  bigint[] not null, -- … and how much of each, in the order in which a capture takes them
  fate        text   not null check (fate in ('open', 'captured', 'released', 'expired', 'refused')),
  fate_tenths bigint not null default 0, -- captured: what was taken; refused: what was available
  ended_at    timestamptz,
  constraint only_the_open_have_no_end check ((fate = 'open') = (ended_at is null)),
  constraint a_capture_is_within_the_hold check (fate <> 'captured' or fate_tenths between 1 and tenths),
  primary key (channel_id, hold_id)
) with (fillfactor = 70);

create index pu_hold_open on pu_hold (channel_id, expires_at) where fate = 'open';

-- The journal (PU-1): immutable, and every movement sums to zero.
create table pu_entry (
  channel_id   text   collate "C" not null,
  entry_no     bigint not null, -- 1, 2, 3 … within the channel
  movement_no  bigint not null, -- number of the movement's first entry
  kind         text   not null check (kind in
    ('purchase', 'grant', 'hold', 'capture', 'release', 'expiry', 'refund', 'adjustment')),
  account      text   not null check (account in
    ('available', 'held', 'purchased', 'granted', 'consumed', 'expired', 'refunded', 'adjusted')),
  lot          text   collate "C" not null,
  delta_tenths bigint not null check (delta_tenths <> 0),
  reference    text   not null, -- the hold or lot that it is about
  at           timestamptz not null, -- by the channel's clock
  recorded_at  timestamptz not null default now(),
  primary key (channel_id, entry_no, recorded_at)
) partition by range (recorded_at);

create table pu_entry_other partition of pu_entry default;

select make_month_partition('pu_entry', (now() + make_interval(months => ahead))::date)
  from generate_series(0, 13) as ahead;

create function pu_entry_sums_to_zero() returns trigger language plpgsql as $$
declare
  lopsided record;
begin
  select channel_id, movement_no, sum(delta_tenths) as total into lopsided
    from written group by channel_id, movement_no having sum(delta_tenths) <> 0 limit 1;
  if found then
    raise exception 'movement % of % sums to %', lopsided.movement_no, lopsided.channel_id, lopsided.total
      using errcode = 'check_violation', constraint = 'movements_sum_to_zero';
  end if;
  return null;
end $$;

-- A movement is written by one statement, so the statement's rows are all of it.
create trigger movements_sum_to_zero after insert on pu_entry
  referencing new table as written for each statement execute function pu_entry_sums_to_zero();

create function pu_entry_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is immutable' using errcode = 'restrict_violation', constraint = 'the_journal_is_immutable';
end $$;

create trigger the_journal_is_immutable before update or delete or truncate on pu_entry
  for each statement execute function pu_entry_is_immutable();
