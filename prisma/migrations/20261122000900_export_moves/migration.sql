-- An export whose first attempts all fail was never running.
insert into state_transition (noun, from_state, to_state) values ('export', 'pending', 'failed');
