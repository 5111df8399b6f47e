-- Names that differ only in case are one tag and one custom field.
create unique index tag_name_without_case on tag (workspace_id, lower(name));
create unique index custom_field_label_without_case on custom_field (workspace_id, lower(label));
