-- The last sequence of each key. The row's lock, held until the business transaction ends, is what
-- makes sequences gapless and visible in order. Every append updates it in place, hence the room.
create table outbox_key (
  key           text   collate "C" not null primary key,
  last_sequence bigint not null
) with (fillfactor = 50);

-- Events that Kafka has not acknowledged yet: a queue, empty when all is well, so it is neither
-- partitioned nor ever large. A row goes when it is acknowledged.
create table outbox (
  key         text        collate "C" not null,
  sequence    bigint      not null,
  id          text        not null,
  type        text        not null,
  data        text        not null,
  occurred_at timestamptz not null,
  written_at  timestamptz not null default clock_timestamp(),
  traceparent text,
  primary key (key, sequence)
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.2,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 5000
);

-- The last sequence applied of each key and source; one row each, so it grows with channels only.
create table inbox (
  key           text   collate "C" not null,
  source        text   collate "C" not null,
  last_sequence bigint not null,
  primary key (key, source)
) with (fillfactor = 50);
