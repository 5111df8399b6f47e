import { archiveTemplate, createTemplate, updateTemplate } from '@/features/threads/commands/change-template';
import { archiveInboxView, saveInboxView } from '@/features/threads/commands/save-inbox-view';
import { chooseInboxViewSchema, saveInboxViewSchema } from '@/features/threads/schemas/find-threads';
import { chooseTemplateSchema, createTemplateSchema, updateTemplateSchema } from '@/features/threads/schemas/template';
import { defineAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';

export const createTemplateAction = defineAction({
  name: 'create-template',
  permission: 'template.update',
  input: createTemplateSchema,
  run: async (tx, input) => ({ id: encodeId('template', await createTemplate(tx, input)) }),
});
export const updateTemplateAction = defineAction({
  name: 'update-template',
  permission: 'template.update',
  input: updateTemplateSchema,
  run: async (tx, input) => ({ version: await updateTemplate(tx, input) }),
});
export const archiveTemplateAction = defineAction({
  name: 'archive-template',
  permission: 'template.update',
  input: chooseTemplateSchema,
  run: archiveTemplate,
});
export const saveInboxViewAction = defineAction({
  name: 'save-inbox-view',
  permission: 'message.read',
  input: saveInboxViewSchema,
  run: async (tx, input) => ({ id: encodeId('inboxView', await saveInboxView(tx, input)) }),
});
export const archiveInboxViewAction = defineAction({
  name: 'archive-inbox-view',
  permission: 'message.read',
  input: chooseInboxViewSchema,
  run: archiveInboxView,
});

export const templateActions = [
  createTemplateAction,
  updateTemplateAction,
  archiveTemplateAction,
  saveInboxViewAction,
  archiveInboxViewAction,
];
