-- What the test's handler did, a row each time it did it.
create table effect (
  key      text        not null,
  source   text        not null,
  sequence bigint      not null,
  place    bigint generated always as identity
);
create table note (id text primary key);
