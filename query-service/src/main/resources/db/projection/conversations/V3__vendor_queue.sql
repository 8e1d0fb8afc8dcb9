-- Nobody can tell from a row since when its buyer waits: the log can.
alter table room add column waiting_since timestamptz, add column product_id text;

insert into outdated
select 'room has no waiting_since and product_id' where exists (select from position);

-- A vendor's queue and its numbers are read from these alone, whatever is filtered.
drop index room_by_vendor;
create index room_by_vendor on room (vendor_id, updated_at desc, room_id desc)
  include (archived, unread_vendor, waiting_since, product_id);
create index room_queue on room (vendor_id, waiting_since, updated_at desc, room_id desc)
  include (archived, unread_vendor, product_id);
