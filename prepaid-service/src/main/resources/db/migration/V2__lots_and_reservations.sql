-- What a channel is on, as subscription-service's events told it (PRE-12).
create table channel_plan (
  channel_id   text collate "C" primary key,
  standing     text not null check (standing in ('free', 'trial', 'paid')),
  plan         text not null,
  book         text not null,
  book_version integer not null,
  since        timestamptz not null,
  until        timestamptz -- null on Free
);

-- Published versions of price books; they never change (BOOK-1). Reference data: a few rows that belong to no channel.
create table price_book (
  book_id  text    not null,
  version  integer not null,
  document text    not null,
  primary key (book_id, version)
);

-- One row a line; the lines of an order are bought together or not at all (PRE-13, PRE-18).
create table reservation (
  channel_id       text    collate "C" not null,
  reservation_id   text    collate "C" not null,
  order_id         text    collate "C" not null,
  line             integer not null,
  item             text    not null,
  monthly_quantity bigint  not null check (monthly_quantity > 0),
  renew            boolean not null,
  status           text    not null check (status in ('reserved', 'executing', 'executed', 'failed', 'cancelled')),
  made_at          timestamptz not null,
  made_on          date    not null, -- made_at in the channel's zone
  executes_at      timestamptz,      -- the billing instant it was taken up for
  book             text,             -- what it was priced by when it was taken up
  book_version     integer,
  charge_minor     bigint,
  currency         text,
  invoice          text,
  reason           text,             -- why it failed
  lot_id           text,             -- what came of it
  primary key (channel_id, reservation_id)
);

create index reservation_of_order on reservation (channel_id, order_id, line);
create index reservation_waiting on reservation (channel_id, made_on) where status = 'reserved';

-- Twelve months of an item (PRE-1, PRE-2). Halves, because a minimum can end in a half (PRE-3: M = 101 → 50.5).
create table lot (
  channel_id       text    collate "C" not null,
  lot_id           text    collate "C" not null,
  item             text    not null,
  monthly_quantity bigint  not null check (monthly_quantity > 0),
  pool_halves      bigint  not null,
  left_halves      bigint  not null check (left_halves between 0 and pool_halves),
  valid_from       date    not null,
  valid_until      date    not null, -- last valid day
  renew            boolean not null,
  order_id         text    not null,
  invoice          text,
  charge_minor     bigint  not null,
  currency         text    not null,
  created_at       timestamptz not null,
  primary key (channel_id, lot_id)
);

create index lot_by_item on lot (channel_id, item, valid_until);
