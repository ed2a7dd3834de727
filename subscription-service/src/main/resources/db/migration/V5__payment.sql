create table payment_method (
  channel    varchar not null,
  id         varchar not null,
  card       varchar not null,
  brand      varchar not null,
  added_at   timestamptz not null,
  removed_at timestamptz,
  primary key (channel, id)
);

-- One try to take money. It is committed as STARTED before the provider is asked, so that a crash
-- between the question and the answer is resumed with the same id and never charges twice.
create table payment_attempt (
  channel      varchar not null,
  id           varchar not null,
  purpose      varchar not null,
  card         varchar,
  amount_minor bigint not null,
  currency     varchar not null,
  state        varchar not null check (state in ('STARTED', 'SUCCEEDED', 'DECLINED')),
  started_at   timestamptz not null,
  ended_at     timestamptz,
  reason       varchar,
  primary key (channel, id)
);
create index payment_attempt_by_purpose on payment_attempt (channel, purpose);

-- What another service charged through an invoice of its own kind, by that service's id (PU-4).
create table charge (
  channel varchar not null,
  id      varchar not null,
  content varchar not null,
  status  varchar not null check (status in ('PENDING', 'PAID', 'DECLINED')),
  attempt varchar,
  invoice bigint,
  reason  varchar,
  primary key (channel, id)
);

-- The memory of the sandbox payment provider. A real provider keeps this on its side.
create table sandbox_card (
  channel   varchar not null,
  card      varchar not null,
  token     varchar not null,
  succeeded bigint not null default 0,
  primary key (channel, card)
);
create table sandbox_payment (
  channel      varchar not null,
  attempt      varchar not null,
  card         varchar not null,
  amount_minor bigint not null,
  currency     varchar not null,
  outcome      varchar not null,
  primary key (channel, attempt)
);
