-- Lots are drawn, and read, page by page in their draw order (PRE-6).
drop index lot_by_item;
create index lot_in_draw_order on lot (channel_id, item, valid_until, lot_id);

-- Points have no windows, and a lot that was paid back closes none: their closes were work that did nothing.
update lot set next_close = null where next_close is not null and (in_ledger or refunded_at is not null);
