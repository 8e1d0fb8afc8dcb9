create table room (
  room_id uuid primary key,
  kind text not null,
  vendor_id text not null,
  product jsonb,
  guest_id uuid,
  participants jsonb not null,
  last_message jsonb,
  waiting boolean not null,
  unread_buyer bigint not null,
  unread_vendor bigint not null,
  archived boolean not null,
  seq bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index room_by_activity on room (updated_at desc, room_id desc);
create index room_by_vendor on room (vendor_id, updated_at desc, room_id desc);

-- Who is in which room: the key is that of a person, as account:42.
create table membership (
  key text not null,
  room_id uuid not null,
  role text not null,
  primary key (key, room_id)
);
