create table hourly (
  hour timestamptz not null,
  metric text not null,
  events bigint not null,
  primary key (hour, metric)
);
