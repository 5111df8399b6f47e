insert into state_transition (noun, from_state, to_state) values
  ('thread_creator', '', 'proposed'), ('thread_creator', '', 'confirmed'),
  ('thread_creator', 'proposed', 'confirmed'), ('thread_creator', 'proposed', 'refused'),
  ('thread_creator', 'confirmed', 'refused'), ('thread_creator', 'refused', 'confirmed'),
  ('mailbox_connection', '', 'connected'),
  ('mailbox_connection', 'connected', 'paused'), ('mailbox_connection', 'connected', 'failed'),
  ('mailbox_connection', 'paused', 'connected'),
  ('mailbox_connection', 'failed', 'connected'), ('mailbox_connection', 'failed', 'paused');

create trigger transition before insert or update of state on thread_creator
  for each row execute function refuse_undrawn_transition('thread_creator');
create trigger transition before insert or update of state on mailbox_connection
  for each row execute function refuse_undrawn_transition('mailbox_connection');
