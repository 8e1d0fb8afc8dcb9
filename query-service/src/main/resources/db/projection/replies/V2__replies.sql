create table reply (
  reply_id uuid primary key,
  vendor_id text not null,
  key text collate "C" not null,
  shortcut text not null,
  title text not null,
  content text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index reply_by_key on reply (vendor_id, key);
