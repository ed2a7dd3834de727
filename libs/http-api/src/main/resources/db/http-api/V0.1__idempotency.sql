-- One row for every request that carried an Idempotency-Key (SYS-2). Not partitioned by month: a key must be unique over
-- all months, which a partition by time cannot promise. Old rows go in bounded batches instead.
create table idempotency (
  scope        text        not null, -- channel id, or the subject where there is no channel
  key          text        not null,
  request_hash text        not null, -- SHA-256 in hex over method, path, subject and body
  resource_id  text,                 -- what a resumable command makes, known before it has run
  status       integer,              -- null while a resumable command has not answered
  location     text,
  content_type text,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (scope, key)
);

create index idempotency_created_at on idempotency (created_at);
