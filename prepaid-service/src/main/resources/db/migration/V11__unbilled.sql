-- Of what a window remembers as uncovered: what happened on trial or on Free, where nothing is billed. It was never taken out of
-- usage_uncovered, so what is there of the window's days is at least that; no more than the window remembers is its own.
alter table lot_window add column unbilled_halves bigint not null default 0 check (unbilled_halves >= 0);

update lot_window w set unbilled_halves = least(w.uncovered_halves, coalesce((
  select sum(u.to_halves - u.from_halves) from lot l
  join usage_uncovered u on u.channel_id = l.channel_id and u.item = l.item
    and u.day >= (l.valid_from + make_interval(months => w.month))::date
    and u.day < (l.valid_from + make_interval(months => w.month + 1))::date
  join usage_period p on p.channel_id = u.channel_id and p.item = u.item and p.period_start = u.period_start
  where l.channel_id = w.channel_id and l.lot_id = w.lot_id and p.standing <> 'paid'), 0))
  where w.uncovered_halves > 0;

alter table lot_window add constraint not_more_than_uncovered check (unbilled_halves <= uncovered_halves);
