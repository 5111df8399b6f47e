import type { NotificationKind } from '@/features/notifications/model/notification-kinds';
import { pathOf } from '@/features/notifications/model/path-of';
import { requirePerson } from '@/features/notifications/queries/require-person';
import type { BellDto, NotificationDto, NotificationPage } from '@/features/notifications/schemas/notification';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { encodeId, isUuid } from '@/shared/ids';

export interface FindNotifications {
  /** UUID; everybody's when not given. */
  membershipId?: string | undefined;
  unread?: boolean | undefined;
  /** 1 to 200. */
  limit: number;
  cursor?: string | undefined;
}

interface NotificationRow {
  id: string;
  membershipId: string;
  kind: NotificationKind;
  title: string;
  detail: string;
  subjectType: string;
  subjectId: string;
  creatorId: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** What stands in the bells, newest first. @throws AppError invalid_input for a foreign cursor */
export async function findNotifications(
  tx: Tx,
  { limit, cursor, ...of }: FindNotifications,
): Promise<NotificationPage> {
  const last = cursor === undefined ? null : decodeCursor(cursor, [isUuid])[0];
  const rows = await tx.rows<NotificationRow>(sql`
    select id, membership_id as "membershipId", kind, title, detail, subject_type as "subjectType",
      subject_id as "subjectId", creator_id as "creatorId", created_at as "createdAt", read_at as "readAt"
    from notification
    where in_app
      ${of.membershipId === undefined ? noSql : sql`and membership_id = ${of.membershipId}::uuid`}
      ${of.unread ? sql`and read_at is null` : noSql} ${last ? sql`and id < ${last}::uuid` : noSql}
    order by id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const end = page.at(-1);
  return { data: page.map(toNotification), nextCursor: end && rows.length > limit ? encodeCursor([end.id]) : null };
}

const shownInBell = 30;

/** What the person who asks was told, and how much of it they have not read. @throws AppError forbidden */
export async function findOwnNotifications(tx: Tx, { cursor }: { cursor?: string | undefined }): Promise<BellDto> {
  const membershipId = requirePerson(tx.ctx);
  const page = await findNotifications(tx, { membershipId, limit: shownInBell, cursor });
  return { ...page, unread: await countUnread(tx) };
}

/** How much the person who asks has not read. @throws AppError forbidden */
export async function countUnread(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ unread: number }>(sql`
    select count(*)::int as unread from notification
    where membership_id = ${requirePerson(tx.ctx)}::uuid and in_app and read_at is null`);
  return row?.unread ?? 0;
}

function toNotification(row: NotificationRow): NotificationDto {
  return {
    id: encodeId('notification', row.id),
    membershipId: encodeId('membership', row.membershipId),
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    path: pathOf(row),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}
