-- How much of a meter was used on a local day: what people are shown. What is billed travels as events (usage.counted), by
-- instant, written in the same transaction. Partitioned by month.
create table meter_day (
  channel_id text   not null,
  meter      text   not null,
  day        date   not null,
  quantity   bigint not null check (quantity > 0),
  primary key (channel_id, meter, day)
) partition by range (day);

create table meter_day_other partition of meter_day default;
