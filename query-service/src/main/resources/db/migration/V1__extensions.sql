-- What all read models share. Each read model's own tables are in db/projection.
create extension if not exists pg_trgm with schema public;
