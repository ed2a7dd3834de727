-- What waits for an operator, over all channels: counted every minute and listed. A few rows, or something is very wrong.
create index prepaid_order_in_review on prepaid_order (channel_id, order_id) where status = 'review';
create index refund_in_review on refund (channel_id, refund_id) where status = 'review';
