-- A finalized invoice. Its sequence is taken under the channel's row lock in the transaction that
-- writes it, so that numbers have no gap.
create table invoice (
  channel      varchar not null,
  sequence     bigint not null,
  id           varchar not null,
  kind         varchar not null,
  status       varchar not null check (status in ('OPEN', 'PAID', 'UNCOLLECTIBLE')),
  currency     varchar not null,
  issued_at    timestamptz not null,
  period_start timestamptz,
  period_end   timestamptz,
  total_minor  bigint not null,
  mau_on       date,
  mau          bigint,
  book         varchar not null,
  book_version integer not null,
  paid_at      timestamptz,
  primary key (channel, sequence)
);

create table invoice_line (
  channel      varchar not null,
  sequence     bigint not null,
  position     integer not null,
  description  varchar not null,
  item         varchar not null,
  quantity     varchar not null,
  unit_amount  varchar,
  amount_minor bigint not null,
  primary key (channel, sequence, position)
);

-- Only what became of an invoice may change, never what it says.
create function keep_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or
     (to_jsonb(new) - 'status' - 'paid_at') is distinct from (to_jsonb(old) - 'status' - 'paid_at') then
    raise exception 'a finalized invoice never changes';
  end if;
  return new;
end $$;
create trigger invoice_is_final before update or delete on invoice
  for each row execute function keep_invoice();
create trigger invoice_line_is_final before update or delete on invoice_line
  for each row execute function refuse_change();
