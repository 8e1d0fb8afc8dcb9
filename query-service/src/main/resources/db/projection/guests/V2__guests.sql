create table guest (
  guest_id uuid primary key,
  identifier text not null,
  created_at timestamptz not null,
  account_id text,
  linked_at timestamptz
);
