create table payment_method (
  channel    text not null,
  id         text not null,
  card       text not null,
  brand      text not null,
  added_at   timestamptz not null,
  removed_at timestamptz,
  primary key (channel, id)
);

-- One try to take money. It is committed as STARTED before the provider is asked, so that a crash
-- between the question and the answer is resumed with the same id and never charges twice.
create table payment_attempt (
  channel      text not null,
  id           text not null,
  purpose      text not null,
  card         text,
  amount_minor bigint not null,
  currency     text not null,
  state        text not null check (state in ('STARTED', 'SUCCEEDED', 'DECLINED')),
  started_at   timestamptz not null,
  ended_at     timestamptz,
  reason       text,
  primary key (channel, id)
);
create index payment_attempt_by_purpose on payment_attempt (channel, purpose);

-- What another service charged through an invoice of its own kind, by that service's id (PU-4).
create table charge (
  channel text not null,
  id      text not null,
  content text not null,
  status  text not null check (status in ('PENDING', 'PAID', 'DECLINED')),
  attempt text,
  invoice bigint,
  reason  text,
  primary key (channel, id)
);

-- The memory of the sandbox payment provider. A real provider keeps this on its side.
create table sandbox_card (
  channel   text not null,
  card      text not null,
  token     text not null,
  succeeded bigint not null default 0,
  primary key (channel, card)
);
create table sandbox_payment (
  channel      text not null,
  attempt      text not null,
  card         text not null,
  amount_minor bigint not null,
  currency     text not null,
  outcome      text not null,
  primary key (channel, attempt)
);
