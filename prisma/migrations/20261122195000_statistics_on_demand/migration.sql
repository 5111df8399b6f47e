-- Statistics from before a workspace was filled take it for empty, and a look-up in it then reads all of it. Who fills it
-- asks for new ones. The function is the owner's: nobody else may take them. It tells nothing and changes no row.
create function analyze_creators() returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze (skip_locked) public.creator, public.handle, public.handle_name, public.handle_metric, public.email_address,
    public.phone_number, public.contact, public.creator_contact, public.creator_tag, public.note, public.quote,
    public.creator_search, public.import_row, public.domain_event;
end $$;
revoke execute on function analyze_creators() from public;
grant execute on function analyze_creators() to rapport_app;
