-- What an upgrade could not fill in: why these rows are not yet what this version makes of the log.
-- Tables that are built anew have nothing here.
create table outdated (
  reason text primary key
);
