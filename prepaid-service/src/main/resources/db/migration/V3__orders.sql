-- Orders: lines that are bought together or not at all, priced once and charged once (PRE-8, PRE-18).
create table prepaid_order (
  channel_id   text    collate "C" not null,
  order_id     text    collate "C" not null, -- also the id of the charge
  origin       text    not null, -- what placed it …
  subject      text    not null, -- … and what it is to that
  status       text    not null check (status in ('placed', 'priced', 'paid', 'declined', 'refused')),
  charge_at    timestamptz not null, -- when it is charged; its lots begin that day
  book         text,             -- what it was priced by
  book_version integer,
  currency     text,
  invoice      text,
  reason       text,             -- why nothing was bought
  ended_at     timestamptz,
  constraint what_has_a_price_has_a_book check (status in ('placed', 'refused') or book is not null),
  primary key (channel_id, order_id)
);

create index prepaid_order_open on prepaid_order (channel_id) where status in ('placed', 'priced');

create table prepaid_order_line (
  channel_id       text    collate "C" not null,
  order_id         text    collate "C" not null,
  line             integer not null,
  item             text    not null,
  monthly_quantity bigint  not null check (monthly_quantity > 0),
  renew            boolean not null,
  windowed         boolean, -- whether it becomes a lot of months; else points. Frozen with the price, as is …
  charge_minor     bigint,
  lot_id           text,    -- what came of it
  primary key (channel_id, order_id, line)
);

-- A reservation waits; what carries it out is an order, which has the price.
alter table reservation
  drop column book,
  drop column book_version,
  drop column charge_minor,
  drop column currency;

-- Lots of points: bought like any other, but what is left of them stands in the PU ledger alone.
alter table lot
  add column in_ledger boolean not null default false,
  add column refund_id text,          -- set as soon as it is asked to be paid back: nothing is drawn from it then
  add column refunded_at timestamptz, -- when it was
  alter column left_halves drop not null,
  add constraint what_is_left_stands_in_one_place check (in_ledger = (left_halves is null));

-- Lots that are paid back (PRE-15).
create table refund (
  channel_id   text   collate "C" not null,
  refund_id    text   collate "C" not null, -- also the id of the refund at subscription-service
  lot_id       text   collate "C" not null,
  status       text   not null check (status in ('pending', 'refunded', 'declined')),
  asked_at     timestamptz not null,
  credit_note  text,
  reason       text,   -- why it was declined
  ended_at     timestamptz,
  primary key (channel_id, refund_id)
);

create unique index refund_of_lot on refund (channel_id, lot_id) where status <> 'declined';
