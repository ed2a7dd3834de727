-- A closing may also end a period whose overage is billed (SUB-1a), and may be the last one: then none starts.
-- closed_* is what prepaid is asked with; kept, so that the question is the same when it is asked again.
alter table closing
  drop constraint closing_step_check,
  add constraint closing_step_check check (step in ('ASKING', 'COUNTED', 'RATED', 'INVOICED')),
  alter column period_end drop not null,
  add column closed_start        timestamptz,
  add column closed_plan         varchar,
  add column closed_book         varchar,
  add column closed_book_version integer,
  add column usage_sequence      bigint,
  add column overage             varchar;

-- What a line is billed for where that is not the invoice's own period.
alter table invoice_line
  add column billed_from  timestamptz,
  add column billed_until timestamptz;
