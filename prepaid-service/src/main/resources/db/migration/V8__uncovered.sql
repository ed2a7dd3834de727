-- Usage that neither an allowance nor a lot had room for and that stands on no invoice, by where it stands in its period's total.
-- A lot that is created later and is valid on the day covers it after all; the rest is priced where it stands (PRE-9).
create table usage_uncovered (
  channel_id   text collate "C" not null,
  item         text not null,
  period_start timestamptz not null,
  from_halves  bigint not null check (from_halves >= 0),
  to_halves    bigint not null,
  day          date not null, -- on which it happened
  constraint it_holds_something check (to_halves > from_halves),
  primary key (channel_id, item, period_start, from_halves)
);

-- Until now it was priced at the end of the total, and of no day.
insert into usage_uncovered (channel_id, item, period_start, from_halves, to_halves, day)
  select channel_id, item, period_start, 2 * total - (uncovered_halves - billed_halves), 2 * total,
    (period_end - interval '1 day')::date
  from usage_period where uncovered_halves > billed_halves;
