create table effect (
  channel text   not null,
  id      bigint generated always as identity,
  what    text   not null,
  primary key (channel, id)
);
