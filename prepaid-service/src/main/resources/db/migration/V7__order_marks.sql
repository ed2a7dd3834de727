-- What an order's charge says of a line is frozen with its price: a repeat must have the same content, whatever is reworded meanwhile (PU-4).
alter table prepaid_order_line add column description text;

-- The notice of a lot's end is told once, however often the work runs (NOTE-1, NOTE-3).
alter table lot add column end_told boolean not null default false;
