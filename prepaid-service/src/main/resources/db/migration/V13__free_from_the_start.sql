-- What a channel is on before it has tried or paid for anything has no beginning: events are ordered by the instants they tell of, and a fresh sandbox
-- clock may be set back behind the instant at which its channel was created.
update channel_plan set since = 'epoch'
where standing = 'free'
  and not exists (select 1 from billing_period b where b.channel_id = channel_plan.channel_id and b.standing <> 'free');

-- The same for its row among the billing periods, which is the first. One by which usage was counted already stays: its month would begin anew.
update billing_period b set starts_at = 'epoch'
where b.standing = 'free'
  and not exists (select 1 from billing_period o where o.channel_id = b.channel_id and o.starts_at < b.starts_at)
  and not exists (select 1 from usage_period u where u.channel_id = b.channel_id and u.period_start = b.starts_at);
