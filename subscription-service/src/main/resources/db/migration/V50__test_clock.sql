-- Where a sandbox channel's test clock is going (TIME-3). What it shows is channel_clock.test_now.
create table test_clock (
  channel       text primary key,
  status        text not null check (status in ('advancing', 'ready', 'failed')),
  target        timestamptz not null,
  -- The instant that all services are being set to; this service's own copy follows last.
  moving_to     timestamptz,
  rewind        boolean not null,
  -- Whether it has ever arrived: from then on it only goes forward.
  arrived       boolean not null default false,
  reason        text,
  claimed_until timestamptz,
  claimed_by    text
);

create index test_clock_advancing on test_clock (channel) where status = 'advancing';
