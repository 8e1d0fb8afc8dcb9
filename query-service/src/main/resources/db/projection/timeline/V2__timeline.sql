create table event (
  room_id uuid not null,
  seq bigint not null,
  type text not null,
  time timestamptz not null,
  command_id uuid not null,
  actor text,
  message_seq bigint,
  data jsonb not null,
  primary key (room_id, seq)
);

create index event_of_message on event (room_id, message_seq) where message_seq is not null;
