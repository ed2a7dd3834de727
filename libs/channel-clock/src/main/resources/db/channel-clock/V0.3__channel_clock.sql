-- What a service knows of a channel's time and place. A sandbox channel's now is its row; a live one has none.
create table channel_clock (
  channel_id text primary key,
  time_zone  text    not null,
  currency   text    not null,
  country    text    not null,
  sandbox    boolean not null,
  test_now   timestamptz,
  constraint only_a_sandbox_has_a_test_clock check (sandbox = (test_now is not null))
);

-- Work that falls due by a channel's clock.
-- eligible_at is in the system's time: from then on any pod may take the row by itself. Null: only the test clock runs it.
-- claimed_by without claimed_until never occurs; claimed_until without claimed_by: it was scheduled anew while it was being run.
create table due_work (
  channel_id    text        not null,
  kind          text        not null,
  id            text        not null,
  due_at        timestamptz not null,
  sandbox       boolean     not null,
  eligible_at   timestamptz,
  attempt       integer     not null default 0,
  claimed_until timestamptz,
  claimed_by    text,
  last_error    text,
  primary key (channel_id, kind, id)
);

create index due_work_eligible on due_work (eligible_at) where eligible_at is not null;
create index due_work_of_channel on due_work (channel_id, due_at, kind, id);
create index due_work_failed on due_work (channel_id) where attempt > 0;
