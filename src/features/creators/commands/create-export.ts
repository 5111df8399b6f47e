import { exportCreated } from '@/features/creators/events';
import { freezeSelection } from '@/features/creators/queries/freeze-selection';
import { fieldLabel } from '@/features/creators/schemas/field-labels.data';
import {
  exportColumns,
  type CreateExportInput,
  type ExportColumn,
  type ExportRequest,
} from '@/features/creators/schemas/export';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

/**
 * Asks the worker for a file of these creators. What it will hold is fixed here: filter, columns, and what this person
 * may see. Answers the export's id.
 * @throws AppError invalid_input (filter, columns), forbidden (a hidden field), not_found (segment)
 */
export async function createExport(tx: Tx, { creators, format, columns }: CreateExportInput): Promise<string> {
  const selection = 'selection' in creators ? creators.selection : {};
  const request: ExportRequest = {
    filter: await freezeSelection(tx, { filter: selection.filter, q: selection.q, segmentId: selection.segment }),
    ids: 'ids' in creators ? creators.ids : null,
    except: 'selection' in creators ? (creators.except ?? []) : [],
    columns: await nameColumns(tx, columns),
    personal: tx.ctx.fields.personal,
  };
  const id = newId();
  await tx.db.export.create({
    data: {
      id,
      workspaceId: tx.ctx.workspaceId,
      subject: 'creators',
      format,
      request: request as unknown as Prisma.InputJsonObject,
      createdBy: askerOf(tx),
      createdAt: tx.ctx.now,
    },
  });
  await recordEvent(tx, exportCreated, {
    subjectId: id,
    payload: { format, columns: request.columns.map((column) => column.label) },
  });
  return id;
}

/** Whose export it is: a file holds what this person or key may see, so it is theirs alone. */
export function askerOf({ ctx: { actor } }: Tx): string | null {
  if (actor.type === 'user') return actor.membershipId;
  return actor.type === 'key' ? actor.keyId : null;
}

async function nameColumns(tx: Tx, wanted: string[] | undefined): Promise<ExportRequest['columns']> {
  const fields = await tx.db.customField.findMany({ where: { archivedAt: null }, orderBy: [{ label: 'asc' }] });
  const custom = new Map(fields.map((field) => [encodeId('customField', field.id), field.label]));
  const keys = wanted ?? [...exportColumns, ...custom.keys()];
  return keys.map((key) => {
    const label = labels[key as ExportColumn] ?? custom.get(key);
    if (label === undefined) {
      const message = `${key} is no custom field of this workspace.`;
      throw new AppError('invalid_input', { message, fields: [{ path: 'columns', message }] });
    }
    return { key, label };
  });
}

/** As headers that an import recognises again. */
const labels: Partial<Record<string, string>> = {
  displayName: fieldLabel('displayName'),
  primaryPlatform: 'Platform',
  primaryHandle: 'Handle',
  handles: 'All handles',
  followers: 'Followers',
  followersAsOf: 'Followers as of',
  engagementRate: 'Engagement rate',
  primaryEmail: 'E-mail',
  country: fieldLabel('country'),
  city: fieldLabel('city'),
  languages: fieldLabel('languages'),
  stage: fieldLabel('stage'),
  owner: fieldLabel('owner'),
  tags: 'Tags',
  doNotContact: fieldLabel('doNotContact'),
  lastContactedAt: 'Last contacted',
  lastActivityAt: 'Last activity',
  createdAt: 'Created',
  updatedAt: 'Updated',
  archived: 'Archived',
  id: 'Rapport id',
} satisfies Record<ExportColumn, string>;
