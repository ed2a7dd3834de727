-- A charge or a refund that subscription-service refuses because its id stands for something else is nothing that can be asked again, and nobody knows
-- whether money moved: an operator looks at it and ends it (PU-4).
alter table prepaid_order
  drop constraint prepaid_order_status_check,
  add constraint prepaid_order_status_check check (status in ('placed', 'priced', 'review', 'paid', 'declined', 'refused'));

drop index prepaid_order_open;
create index prepaid_order_open on prepaid_order (channel_id) where status in ('placed', 'priced', 'review');

-- A channel's purchases, newest first.
create index prepaid_order_newest on prepaid_order (channel_id, charge_at desc, order_id desc);

alter table refund
  drop constraint refund_status_check,
  add constraint refund_status_check check (status in ('pending', 'review', 'refunded', 'declined'));

-- The last refund of a lot, whatever became of it.
create index refund_last_of_lot on refund (channel_id, lot_id, asked_at desc);
