-- Messages. Neither the number nor the text is stored, only what tells two apart (MSG-9).
create table message (
  channel_id         text        not null,
  message_id         text        not null,
  kind               text        not null,
  country            text        not null,
  purpose            text        not null,
  price_tenths       bigint      not null check (price_tenths >= 0),
  bytes              integer     not null,
  segments           integer     not null,
  status             text        not null
    check (status in ('pending', 'sent', 'delivered', 'failed', 'excluded', 'refused')),
  number_fingerprint text        not null,
  text_fingerprint   text        not null,
  created_at         timestamptz not null,
  settled_at         timestamptz,
  primary key (channel_id, message_id)
);

-- A carrier's report names the message only.
create table message_owner (
  message_id text primary key,
  channel_id text not null
);

-- The version of the rates that a channel is on (BOOK-1).
create table channel_rate_card (
  channel_id text primary key,
  book       text    not null,
  version    integer not null
);
