-- A channel and who may act on it. The channel's row is the lock of everything that is decided about
-- the channel: whoever decides takes it first (for update), so that two decisions never cross.
create table channel (
  id                 text primary key,
  name               text not null,
  time_zone          text not null,
  currency           text not null,
  country            text not null,
  price_book         text not null,
  price_book_version integer not null,
  sandbox            boolean not null,
  created_at         timestamptz not null,
  tutorial_completed boolean not null default false,
  next_invoice       bigint not null default 1
);

create table member (
  channel  text not null,
  subject  text not null,
  role     text not null check (role in ('OWNER', 'ADMIN', 'AGENT', 'PARTNER')),
  added_at timestamptz not null,
  primary key (channel, subject)
);
-- The gateway asks by subject, once a caller and minute.
create index member_by_subject on member (subject);

create table api_key (
  channel    text not null,
  id         text not null,
  name       text not null,
  role       text not null check (role in ('OWNER', 'ADMIN', 'AGENT')),
  hash       text not null,
  created_at timestamptz not null,
  primary key (channel, id)
);
create index api_key_by_hash on api_key (hash);

create table notice (
  channel    text not null,
  id         text not null,
  kind       text not null check (kind in ('in-app', 'e-mail', 'banner')),
  code       text not null,
  text       text not null,
  cause      text not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  primary key (channel, id)
);
-- Each is sent once, whatever restarts (NOTE-1).
create unique index notice_once on notice (channel, kind, code, cause);
