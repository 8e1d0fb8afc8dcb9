create table room (
  room_id uuid primary key,
  name text not null,
  description text,
  is_public boolean not null,
  max_users bigint not null,
  seq bigint not null,
  online_users bigint not null,
  total_messages bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index room_by_age on room (created_at desc, room_id desc) where is_public;
create index room_by_users on room (online_users desc, created_at desc, room_id desc)
  where is_public;
create index room_in_use on room (room_id) where online_users > 0;

-- Who was ever in a room or wrote in it, under the name that it last had there.
create table member (
  room_id uuid not null,
  visitor_id uuid not null,
  username text not null,
  color text not null,
  first_seen timestamptz not null,
  joined_at timestamptz,
  last_seen timestamptz not null,
  connections jsonb not null,
  online boolean not null,
  primary key (room_id, visitor_id)
);

create index member_in on member (room_id, joined_at desc, visitor_id desc) where online;
create index member_online on member (visitor_id) where online;

create table visitor (
  visitor_id uuid primary key,
  username text not null,
  color text not null,
  created_at timestamptz not null,
  introduced_at timestamptz not null
);

create table message (
  id uuid primary key,
  room_id uuid not null,
  seq bigint not null,
  visitor_id uuid not null,
  content text not null,
  message_type text not null,
  file_url text,
  sent_at timestamptz not null,
  unique (room_id, seq)
);

create index message_by_age on message (sent_at desc, room_id desc, seq desc);

-- Every event of each room that is there, since it was last opened.
create table event (
  room_id uuid not null,
  seq bigint not null,
  time timestamptz not null,
  type text not null,
  data jsonb not null,
  primary key (room_id, seq)
);

-- How many there are of what: sums of what each batch added, so that it does not matter in which
-- order partitions were read.
create table tally (
  name text primary key,
  value bigint not null
);
