alter table channel add column next_credit_note bigint not null default 1;

-- A credit note takes back lines of an invoice, which itself never changes. Its sequence is taken under the channel's row
-- lock in the transaction that writes it, so that numbers have no gap.
create table credit_note (
  channel     varchar not null,
  sequence    bigint not null,
  invoice     bigint not null,
  cause       varchar not null,
  currency    varchar not null,
  issued_at   timestamptz not null,
  total_minor bigint not null check (total_minor > 0),
  primary key (channel, sequence)
);
create unique index credit_note_once on credit_note (channel, cause);
create index credit_note_by_invoice on credit_note (channel, invoice);

create table credit_note_line (
  channel      varchar not null,
  sequence     bigint not null,
  position     integer not null,
  description  varchar not null,
  item         varchar not null,
  quantity     varchar not null,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (channel, sequence, position)
);
create trigger credit_note_is_final before update or delete on credit_note
  for each row execute function refuse_change();
create trigger credit_note_line_is_final before update or delete on credit_note_line
  for each row execute function refuse_change();

-- What another service had paid back of a charge, by that service's id (PU-4). It is committed as PENDING before the
-- provider is asked, with the id that the provider is asked by, and counts as paid back from then on.
create table refund (
  channel      varchar not null,
  id           varchar not null,
  content      varchar not null,
  charge       varchar not null,
  status       varchar not null check (status in ('PENDING', 'REFUNDED', 'DECLINED')),
  amount_minor bigint not null,
  currency     varchar not null,
  attempt      varchar,
  credit_note  bigint,
  reason       varchar,
  primary key (channel, id)
);
create index refund_by_charge on refund (channel, charge);

-- The memory of the sandbox payment provider.
create table sandbox_refund (
  channel      varchar not null,
  refund       varchar not null,
  attempt      varchar not null,
  amount_minor bigint not null,
  currency     varchar not null,
  outcome      varchar not null,
  primary key (channel, refund)
);
create index sandbox_refund_by_attempt on sandbox_refund (channel, attempt);
