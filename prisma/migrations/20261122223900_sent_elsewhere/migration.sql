-- What somebody sent with another program is found among the sent mail of a mailbox.
insert into state_transition (noun, from_state, to_state) values ('message', '', 'sent');
