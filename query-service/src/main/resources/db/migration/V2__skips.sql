-- Records of the log that operators decided a read model passes over, whenever it is built.
create table projection_skip (
  projection text not null,
  partition int not null,
  record_offset bigint not null,
  reason text not null,
  problem text not null,
  asked_at timestamptz not null default now(),
  taken_at timestamptz,
  primary key (projection, partition, record_offset)
);

-- Where a read model cannot go on. Counts as long as its position is still there.
create table projection_stop (
  projection text not null,
  partition int not null,
  record_offset bigint not null,
  reason text not null,
  since timestamptz not null default now(),
  primary key (projection, partition)
);
