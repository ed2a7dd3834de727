-- Usage against lots (PRE-2 to PRE-9, PRE-16). Quantities are units; where a lot may give half of one they are halves.

-- What a channel was on and when, as subscription-service's events told it: which billing period an instant falls in.
create table billing_period (
  channel_id   text collate "C" not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz, -- null: on Free until something else begins
  standing     text not null check (standing in ('free', 'trial', 'paid')),
  plan         text not null,
  book         text not null,
  book_version integer not null,
  constraint it_ends_after_its_start check (ends_at is null or ends_at > starts_at),
  constraint only_free_has_no_end check (standing = 'free' or ends_at is not null),
  primary key (channel_id, starts_at)
);

insert into billing_period (channel_id, starts_at, ends_at, standing, plan, book, book_version)
  select channel_id, since, until, standing, plan, book, book_version from channel_plan;

-- Its row lock orders a channel's usage: counts, window closes, limits and closings.
create table usage_account (
  channel_id text collate "C" primary key
);

-- Counted usage whose time has not come by the channel's clock, or whose billing period is not known yet.
create table usage_waiting (
  channel_id text collate "C" not null,
  at         timestamptz not null,
  meter      text not null,
  quantity   bigint not null check (quantity > 0),
  primary key (channel_id, at, meter)
);

-- The usage of an item in a billing period; on Free in a calendar month.
create table usage_period (
  channel_id      text collate "C" not null,
  item            text not null,
  period_start    timestamptz not null,
  period_end      timestamptz not null,
  standing        text not null check (standing in ('free', 'trial', 'paid')),
  plan            text not null,
  book            text not null,
  book_version    integer not null,
  allowance       bigint not null check (allowance >= 0),
  total           bigint not null check (total >= 0),
  uncovered_halves bigint not null check (uncovered_halves between 0 and total * 2), -- no allowance and no lot had room for it
  billed_halves   bigint not null default 0 check (billed_halves between 0 and uncovered_halves), -- … and it stands on an invoice
  primary key (channel_id, item, period_start)
);

create index usage_period_unbilled on usage_period (channel_id, period_start)
  where standing = 'paid' and uncovered_halves > billed_halves;

-- Usage that the channel's own ceiling refused (PRE-16), by the day on which it happened.
create table usage_withheld (
  channel_id   text collate "C" not null,
  item         text not null,
  period_start timestamptz not null,
  day          date not null,
  units        bigint not null check (units > 0),
  primary key (channel_id, item, period_start, day)
);

-- The channel's own ceilings, a row a change; the last one before a period's end is the period's.
create table usage_limit (
  channel_id text collate "C" not null,
  item       text not null,
  set_at     timestamptz not null,
  monthly    bigint check (monthly >= 0), -- null: lifted
  primary key (channel_id, item, set_at)
);

-- What the windows of a lot have taken; a window that took nothing and is open has no row.
create table lot_window (
  channel_id       text collate "C" not null,
  lot_id           text collate "C" not null,
  month            integer not null check (month between 0 and 11),
  used_halves      bigint not null check (used_halves >= 0),
  deducted_halves  bigint not null check (deducted_halves >= used_halves),
  uncovered_halves bigint not null check (uncovered_halves >= 0), -- usage of its days that no lot had room for
  closed           boolean not null,
  primary key (channel_id, lot_id, month)
) with (fillfactor = 70);

-- First day after the window that closes next; null when all twelve are closed.
alter table lot add column next_close date;
update lot set next_close = valid_from + interval '1 month';
create index lot_to_close on lot (channel_id, next_close, lot_id) where next_close is not null;

insert into due_work (channel_id, kind, id, due_at, sandbox, eligible_at)
  select l.channel_id, 'window.close', l.next_close::text, min(l.next_close::timestamp at time zone c.time_zone), c.sandbox,
    case when c.sandbox then null else min(l.next_close::timestamp at time zone c.time_zone) end
  from lot l join channel_clock c using (channel_id)
  group by l.channel_id, l.next_close, c.sandbox
  on conflict do nothing;

-- What was answered when a period was closed; asked again, the answer is the same.
create table usage_closing (
  channel_id   text collate "C" not null,
  period_start timestamptz not null,
  request      text not null,
  answer       text not null,
  primary key (channel_id, period_start)
);
