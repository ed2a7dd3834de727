-- Published versions of price books. They belong to no channel and are few: a reference table.
create table price_book (
  id             text not null,
  version        integer not null,
  effective_from date not null,
  currency       text,
  content        text not null,
  hash           text not null,
  published_at   timestamptz not null,
  primary key (id, version)
);

-- A published version never changes (BOOK-1).
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or removed', tg_table_name;
end $$;
create trigger price_book_is_final before update or delete on price_book
  for each row execute function refuse_change();
