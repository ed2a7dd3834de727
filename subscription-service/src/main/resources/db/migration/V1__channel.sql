-- A channel and who may act on it. The channel's row is the lock of everything that is decided about
-- the channel: whoever decides takes it first (for update), so that two decisions never cross.
create table channel (
  id                 varchar primary key,
  name               varchar not null,
  time_zone          varchar not null,
  currency           varchar not null,
  country            varchar not null,
  price_book         varchar not null,
  price_book_version integer not null,
  sandbox            boolean not null,
  created_at         timestamptz not null,
  tutorial_completed boolean not null default false,
  next_invoice       bigint not null default 1
);

create table member (
  channel  varchar not null,
  subject  varchar not null,
  role     varchar not null check (role in ('OWNER', 'ADMIN', 'AGENT', 'PARTNER')),
  added_at timestamptz not null,
  primary key (channel, subject)
);
-- The gateway asks by subject, once a caller and minute.
create index member_by_subject on member (subject);

create table api_key (
  channel    varchar not null,
  id         varchar not null,
  name       varchar not null,
  role       varchar not null check (role in ('OWNER', 'ADMIN', 'AGENT')),
  hash       varchar not null,
  created_at timestamptz not null,
  primary key (channel, id)
);
create index api_key_by_hash on api_key (hash);

create table notice (
  channel    varchar not null,
  id         varchar not null,
  kind       varchar not null check (kind in ('in-app', 'e-mail', 'banner')),
  code       varchar not null,
  text       varchar not null,
  cause      varchar not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  primary key (channel, id)
);
-- Each is sent once, whatever restarts (NOTE-1).
create unique index notice_once on notice (channel, kind, code, cause);
