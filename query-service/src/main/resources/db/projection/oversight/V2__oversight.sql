-- The messages of public rooms that are there, folded as those of conversations are for search.
create table public_text (
  room_id uuid not null,
  seq bigint not null,
  folded text not null,
  primary key (room_id, seq)
);

create index public_text_trigrams on public_text using gin (folded public.gin_trgm_ops);

-- Every report of a conversation; seq is the event's.
create table report (
  room_id uuid not null,
  seq bigint not null,
  reported_by jsonb not null,
  reason text not null,
  message_id uuid,
  reported_at timestamptz not null,
  closed_at timestamptz,
  closed_by jsonb,
  primary key (room_id, seq)
);

create index report_open on report (room_id) where closed_at is null;

-- What must be known of a room to count it once: the last hour and day in which something was
-- written, since when its buyer waits for a first answer, and whether there was one.
create table room (
  room_id uuid primary key,
  vendor_id text,
  product_id text not null,
  hour timestamptz,
  day timestamptz,
  asked_at timestamptz,
  answered boolean not null
);

create index room_unanswered on room (room_id) where asked_at is not null and not answered;

-- In how many rooms something was written, and how much in public ones, by 'hour' and by 'day'.
create table period (
  kind text not null,
  start timestamptz not null,
  active_rooms bigint not null,
  messages_public bigint not null,
  primary key (kind, start)
);

-- How long a conversation's buyer waited for the first answer.
create table first_answer (
  room_id uuid primary key,
  answered_at timestamptz not null,
  milliseconds bigint not null
);

create index first_answer_by_time on first_answer (answered_at);

-- What happened in a vendor's conversations; product_id is '' where they are about none.
create table busy (
  day timestamptz not null,
  vendor_id text not null,
  product_id text not null,
  messages bigint not null,
  conversations bigint not null,
  primary key (day, vendor_id, product_id)
);
