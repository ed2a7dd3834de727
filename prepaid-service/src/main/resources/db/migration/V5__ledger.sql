-- A movement's share of one lot is one row: what leaves one account is what arrives at the other, so no row can fail to sum to zero (PU-1).
-- It stands for two entries of the journal: entry_no takes from, entry_no + 1 gives to.
create table pu_transfer (
  channel_id   text   collate "C" not null,
  entry_no     bigint not null, -- 1, 3, 5 … within the channel
  movement_no  bigint not null, -- number of the movement's first entry
  kind         text   not null check (kind in
    ('purchase', 'grant', 'hold', 'capture', 'release', 'expiry', 'refund', 'adjustment')),
  from_account text   not null check (from_account in
    ('available', 'held', 'purchased', 'granted', 'consumed', 'expired', 'refunded', 'adjusted')),
  to_account   text   not null check (to_account in
    ('available', 'held', 'purchased', 'granted', 'consumed', 'expired', 'refunded', 'adjusted')),
  lot          text   collate "C" not null,
  tenths       bigint not null,
  reference    text   not null, -- the hold or lot that it is about
  at           timestamptz not null, -- by the channel's clock
  recorded_at  timestamptz not null default now(),
  constraint something_moves check (tenths > 0 and from_account <> to_account),
  primary key (channel_id, entry_no, recorded_at)
) partition by range (recorded_at);

create table pu_transfer_other partition of pu_transfer default;

select make_month_partition('pu_transfer', month) from (
  select date_trunc('month', recorded_at)::date as month from pu_entry
  union select date_trunc('month', now() + make_interval(months => ahead))::date from generate_series(0, 13) as ahead
) as months;

insert into pu_transfer (channel_id, entry_no, movement_no, kind, from_account, to_account, lot, tenths, reference, at, recorded_at)
select gone.channel_id, gone.entry_no, gone.movement_no, gone.kind, gone.account, come.account, gone.lot, -gone.delta_tenths,
  gone.reference, gone.at, gone.recorded_at
from pu_entry as gone
join pu_entry as come on come.channel_id = gone.channel_id and come.entry_no = gone.entry_no + 1
where gone.entry_no % 2 = 1;

create trigger the_journal_is_immutable before update or delete or truncate on pu_transfer
  for each statement execute function pu_entry_is_immutable();

drop table pu_entry;
drop function pu_entry_sums_to_zero();

-- The journal entry by entry, for whoever adds it up.
create view pu_entry as
  select channel_id, entry_no + side.place as entry_no, movement_no, kind, side.account, lot, side.delta_tenths,
    reference, at, recorded_at
  from pu_transfer
  cross join lateral (values (0, from_account, -tenths), (1, to_account, tenths)) as side (place, account, delta_tenths);

-- Counts the changes of an account: who decided upon a version writes only if it is still that one.
alter table pu_account add column version bigint not null default 0;

-- A lot's row is updated in place (HOT) only if no index looks at what changes with every hold.
drop index pu_lot_with_points;
alter table pu_lot add column spent boolean generated always as (available_tenths + held_tenths = 0) stored;
create index pu_lot_with_points on pu_lot (channel_id) where not spent;
