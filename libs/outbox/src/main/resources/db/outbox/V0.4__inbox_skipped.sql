-- Events that could not be applied and went to the dead letters, as they came, until they are applied after all or an operator
-- forgives them. What is settled stays, as a trace: a few rows, or something is very wrong.
create table inbox_skipped (
  key         text        collate "C" not null,
  source      text        collate "C" not null,
  sequence    bigint      not null,
  id          text        not null,
  type        text        not null,
  data        text        not null,
  occurred_at timestamptz not null,
  reason      text        not null,
  skipped_at  timestamptz not null default clock_timestamp(),
  settled     text        check (settled in ('applied', 'forgiven')), -- null: nobody has yet
  settled_at  timestamptz,
  constraint it_was_settled_at_a_time check ((settled is null) = (settled_at is null)),
  primary key (key, source, sequence)
);

create index inbox_skipped_open on inbox_skipped (key, source, sequence) where settled is null;
