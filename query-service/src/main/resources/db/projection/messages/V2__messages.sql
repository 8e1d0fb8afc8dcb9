create table message (
  room_id uuid not null,
  seq bigint not null,
  id uuid not null,
  role text not null,
  side text not null,
  account_id text,
  guest_id uuid,
  username text not null,
  content text not null,
  type text not null,
  file_url text,
  read_at timestamptz,
  edited_at timestamptz,
  deleted boolean not null default false,
  created_at timestamptz not null,
  command_id uuid not null,
  primary key (room_id, seq)
);

create index message_unread on message (room_id, seq) where read_at is null;
