-- One row for each text that a room can be found by; ref tells which of its texts it is.
create table entry (
  room_id uuid not null,
  ref text not null,
  folded text not null,
  primary key (room_id, ref)
);

create index entry_trigrams on entry using gin (folded public.gin_trgm_ops);
