-- Trusted extensions: the owner of the database may create them, a superuser is not needed.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;
