import { z } from 'zod';
import { addEmail } from '@/features/creators/commands/add-email';
import { addHandle } from '@/features/creators/commands/add-handle';
import { addPhone } from '@/features/creators/commands/add-phone';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { recordAudienceSnapshot } from '@/features/creators/commands/record-audience-snapshot';
import { recordHandleMetrics } from '@/features/creators/commands/record-handle-metrics';
import { removeAddress } from '@/features/creators/commands/remove-address';
import { removeHandle } from '@/features/creators/commands/remove-handle';
import { setPrimaryAddress } from '@/features/creators/commands/set-primary-address';
import { undoMerge } from '@/features/creators/commands/undo-merge';
import { updateAddress } from '@/features/creators/commands/update-address';
import { updateHandle } from '@/features/creators/commands/update-handle';
import { previewMerge } from '@/features/creators/queries/preview-merge';
import {
  addEmailSchema,
  addPhoneSchema,
  updateEmailSchema,
  updatePhoneSchema,
} from '@/features/creators/schemas/address-commands';
import {
  addHandleSchema,
  recordAudienceSchema,
  recordHandleMetricsSchema,
  updateHandleSchema,
} from '@/features/creators/schemas/handle-commands';
import { mergeCreatorsSchema } from '@/features/creators/schemas/merge';
import { defineAction } from '@/platform/http/define-action';
import { encodeId, idSchema } from '@/shared/ids';

const permission = 'creator.update';
const done = () => ({});
const handle = z.strictObject({ id: idSchema('handle') });
const email = z.strictObject({ id: idSchema('emailAddress') });
const phone = z.strictObject({ id: idSchema('phoneNumber') });

export const addHandleAction = defineAction({
  name: 'add-handle',
  permission,
  input: addHandleSchema,
  run: async (tx, input) => ({ id: encodeId('handle', await addHandle(tx, input)) }),
});

export const updateHandleAction = defineAction({
  name: 'update-handle',
  permission,
  input: updateHandleSchema,
  run: (tx, input) => updateHandle(tx, input).then(done),
});

export const removeHandleAction = defineAction({
  name: 'remove-handle',
  permission,
  input: handle,
  run: (tx, input) => removeHandle(tx, input).then(done),
});

export const recordHandleMetricsAction = defineAction({
  name: 'record-handle-metrics',
  permission,
  input: recordHandleMetricsSchema,
  run: async (tx, input) => ({ added: await recordHandleMetrics(tx, input) }),
});

export const recordAudienceSnapshotAction = defineAction({
  name: 'record-audience-snapshot',
  permission,
  input: recordAudienceSchema,
  run: async (tx, input) => ({ id: encodeId('audience', await recordAudienceSnapshot(tx, input)) }),
});

export const addEmailAction = defineAction({
  name: 'add-email',
  permission,
  input: addEmailSchema,
  run: (tx, input) => addEmail(tx, input).then(done),
});

export const updateEmailAction = defineAction({
  name: 'update-email',
  permission,
  input: updateEmailSchema,
  run: (tx, input) => updateAddress(tx, { ...input, kind: 'email' }).then(done),
});

export const removeEmailAction = defineAction({
  name: 'remove-email',
  permission,
  input: email,
  run: (tx, { id }) => removeAddress(tx, { kind: 'email', id }).then(done),
});

export const setPrimaryEmailAction = defineAction({
  name: 'set-primary-email',
  permission,
  input: email,
  run: (tx, { id }) => setPrimaryAddress(tx, { kind: 'email', id }).then(done),
});

export const addPhoneAction = defineAction({
  name: 'add-phone',
  permission,
  input: addPhoneSchema,
  run: (tx, input) => addPhone(tx, input).then(done),
});

export const updatePhoneAction = defineAction({
  name: 'update-phone',
  permission,
  input: updatePhoneSchema,
  run: (tx, input) => updateAddress(tx, { ...input, kind: 'phone' }).then(done),
});

export const removePhoneAction = defineAction({
  name: 'remove-phone',
  permission,
  input: phone,
  run: (tx, { id }) => removeAddress(tx, { kind: 'phone', id }).then(done),
});

export const setPrimaryPhoneAction = defineAction({
  name: 'set-primary-phone',
  permission,
  input: phone,
  run: (tx, { id }) => setPrimaryAddress(tx, { kind: 'phone', id }).then(done),
});

export const previewMergeAction = defineAction({
  name: 'preview-merge',
  permission: 'creator.merge',
  input: mergeCreatorsSchema,
  run: (tx, input) => previewMerge(tx, input),
});

export const mergeCreatorsAction = defineAction({
  name: 'merge-creators',
  permission: 'creator.merge',
  input: mergeCreatorsSchema,
  run: async (tx, input) => {
    const id = await mergeCreators(tx, input);
    return { mergeId: id && encodeId('merge', id) };
  },
});

export const undoMergeAction = defineAction({
  name: 'undo-merge',
  permission: 'creator.merge',
  input: z.strictObject({ id: idSchema('merge') }),
  run: (tx, input) => undoMerge(tx, input).then(done),
});

export const accountActions = [
  addHandleAction,
  updateHandleAction,
  removeHandleAction,
  recordHandleMetricsAction,
  recordAudienceSnapshotAction,
  addEmailAction,
  updateEmailAction,
  removeEmailAction,
  setPrimaryEmailAction,
  addPhoneAction,
  updatePhoneAction,
  removePhoneAction,
  setPrimaryPhoneAction,
  previewMergeAction,
  mergeCreatorsAction,
  undoMergeAction,
];
