-- Points are bought by themselves when they run low (PU-5). One row a channel that ever switched it on.
create table auto_recharge (
  channel_id       text    collate "C" primary key,
  enabled          boolean not null,
  threshold_tenths bigint  not null check (threshold_tenths >= 0),
  units            bigint  not null check (units > 0),
  order_id         text,   -- the purchase that is under way; never two at a time
  reason           text    -- why it switched itself off; null unless it did
);

-- What the account must not fall to; null unless auto-recharge is on and nothing is under way.
alter table pu_account add column recharge_at_tenths bigint;
