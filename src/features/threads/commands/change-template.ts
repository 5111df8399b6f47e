import { templateArchived, templateCreated, templateUpdated } from '@/features/threads/events';
import type { CreateTemplateInput, UpdateTemplateInput } from '@/features/threads/schemas/template';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { sanitizeHtml } from '@/platform/html/sanitize-html';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/** Keeps words that are written often, sanitised, and records `template.created`. Answers the id. */
export async function createTemplate(tx: Tx, { html, ...input }: CreateTemplateInput): Promise<string> {
  const { actor, now, workspaceId } = tx.ctx;
  const id = newId();
  const ownerId = actor.type === 'user' ? actor.membershipId : null;
  const own = { id, workspaceId, ownerId, createdAt: now };
  await tx.db.template.create({ data: { ...input, ...own, html: sanitizeHtml(html) } });
  await recordEvent(tx, templateCreated, { subjectId: id, payload: { name: input.name, kind: input.kind } });
  return id;
}

/**
 * Changes the fields that are given and records `template.updated`. Answers the version that stands then.
 * @throws AppError not_found (archived; another's that is not shared), conflict `stale_version`
 */
export async function updateTemplate(tx: Tx, { id, version, html, ...fields }: UpdateTemplateInput): Promise<number> {
  const template = await lockTemplate(tx, id);
  if (version !== undefined && version !== template.version) {
    const message = 'Somebody changed this template in the meantime. Your words are kept here.';
    throw new AppError('conflict', { reason: 'stale_version', message, extra: { version: template.version } });
  }
  const given: Record<string, unknown> = { ...fields, html: html === undefined ? undefined : sanitizeHtml(html) };
  const data = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await tx.db.template.updateMany({ where: { id }, data: { ...data, version: template.version + 1 } });
  const { kind, name } = template;
  await recordEvent(tx, templateUpdated, { subjectId: id, payload: { kind, name: fields.name ?? name } });
  return template.version + 1;
}

/** Takes a template out of the choice and records `template.archived`. @throws AppError not_found */
export async function archiveTemplate(tx: Tx, { id }: { id: string }): Promise<void> {
  const { kind, name } = await lockTemplate(tx, id);
  await tx.db.template.updateMany({ where: { id }, data: { archivedAt: tx.ctx.now, version: { increment: 1 } } });
  await recordEvent(tx, templateArchived, { subjectId: id, payload: { kind, name } });
}

interface LockedTemplate {
  kind: string;
  name: string;
  version: number;
}

async function lockTemplate(tx: Tx, id: string): Promise<LockedTemplate> {
  const { actor } = tx.ctx;
  const own = actor.type === 'user' ? actor.membershipId : null;
  const [template] = await tx.rows<LockedTemplate>(sql`
    select kind, name, version from template
    where id = ${id}::uuid and archived_at is null and (shared or owner_id = ${own}::uuid) for update`);
  if (!template) throw new AppError('not_found', { reason: 'template', message: 'There is no such template.' });
  return template;
}
