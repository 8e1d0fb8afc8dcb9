-- The next offset that this read model has not seen, for each partition of the log.
create table position (
  partition int primary key,
  next_offset bigint not null
);

-- The last event seen of each aggregate, for the reader's rule.
create table aggregate (
  id uuid primary key,
  sequence bigint not null,
  hash text not null
);

-- Events of types that this version does not know.
create table skipped (
  type text primary key,
  events bigint not null
);
