-- Versions that were published before anybody was told of one: told now, each once. A book of a size that no event carries
-- is left to those who ask for it.
with book as (
  select 'price-book:' || id as key, row_number() over (partition by id order by version) as sequence,
         id, version, content, published_at
  from price_book
  where length(content) <= 120000
    and not exists (select from outbox_key where key = 'price-book:' || price_book.id)),
numbered as (
  insert into outbox_key (key, last_sequence) select key, count(*) from book group by key)
insert into outbox (key, sequence, id, type, data, occurred_at)
select key, sequence, 'evt_' || replace(uuidv7()::text, '-', ''), 'price-book.published',
       json_build_object('id', id, 'version', version, 'document', content)::text, published_at
from book;
