-- What usage of a period came to of an allowance or a limit (NOTE-3); each is told once.
create table usage_threshold (
  channel_id   text collate "C" not null,
  item         text not null,
  period_start timestamptz not null,
  part_of      text not null check (part_of in ('allowance', 'limit')),
  percent      integer not null,
  quantity     bigint not null check (quantity > 0), -- the allowance or the limit; another one has thresholds of its own
  used         bigint not null,
  reached_at   timestamptz not null,
  place        bigint generated always as identity, -- in which they are told
  told         boolean not null default false,
  primary key (channel_id, item, period_start, part_of, percent, quantity)
);

create index usage_threshold_untold on usage_threshold (channel_id) where not told;
