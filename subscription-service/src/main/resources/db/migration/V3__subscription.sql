-- One trial a channel, ever: the primary key holds it (TRI-2).
create table trial (
  channel      varchar primary key,
  plan         varchar not null,
  add_ons      varchar[] not null,
  started_at   timestamptz not null,
  ends_at      timestamptz not null,
  grant_tenths bigint not null,
  ended_at     timestamptz,
  converted    boolean
);

-- The paid subscription of a channel, while there is one.
create table subscription (
  channel      varchar primary key,
  status       varchar not null check (status in ('FREE', 'ACTIVE', 'PAST_DUE')),
  plan         varchar not null,
  add_ons      varchar[] not null,
  anchor_day   integer not null,
  anchor_time  time not null,
  period_start timestamptz not null,
  period_end   timestamptz not null
);

-- The closing saga, one row a period that starts: asked for the usage, then counted, then invoiced.
create table closing (
  channel      varchar not null,
  id           varchar not null,
  step         varchar not null check (step in ('ASKING', 'COUNTED', 'INVOICED')),
  period_start timestamptz not null,
  period_end   timestamptz not null,
  mau_on       date,
  mau          bigint,
  invoice      bigint,
  primary key (channel, id)
);
