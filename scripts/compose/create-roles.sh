#!/bin/sh
# Runs once, inside the database's container, when its volume is new: the two roles and the database they meet in.
# The owner makes the other role, so that it may grant it rights; neither of them is a superuser.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$OWNER_DATABASE_PASSWORD" --set app="$APP_DATABASE_PASSWORD" <<'SQL'
create role rapport_owner login createrole createdb password :'owner';
set role rapport_owner;
create role rapport_app login password :'app';
reset role;
create database rapport owner rapport_owner;
SQL
