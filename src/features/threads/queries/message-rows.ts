import type { MessageDto } from '@/features/threads/schemas/message';
import type { Context } from '@/platform/auth/context';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** The columns of a message `m`, its creator's root, its author and its parts, named as `toMessage` wants them. */
export const messageColumns = sql`
  m.id, m.thread_id as "threadId", c.root_id as "creatorId", m.mailbox_id as "mailboxId", m.direction, m.kind, m.state,
  m.subject, case when m.direction = 'incoming' then '' else m.html end as html,
  m.direction = 'incoming' and m.html <> '' as "hasHtml", m.text, m.visible_text as "visibleText", m.facts,
  m.about_id as "aboutId", m.raw_file_id is not null as "hasRaw", m.send_at as "sendAt", m.version,
  array(select distinct b.address from message_copy k join mailbox b on b.workspace_id = k.workspace_id and b.id = k.mailbox_id
    where k.workspace_id = m.workspace_id and k.message_id = m.id order by 1) as mailboxes, m.rfc_message_id as "rfcMessageId", m.from_name as "fromName", m.from_address as "fromAddress",
  m.author_id as "authorId", u.name as "authorName", m.created_at as "createdAt", m.queued_at as "queuedAt",
  m.handed_over_at as "handedOverAt", m.sent_at as "sentAt", m.failure, m.server_response as "serverResponse",
  coalesce((select json_agg(json_build_object('kind', r.kind, 'name', r.name, 'address', r.address, 'state', r.state,
      'response', r.response) order by r.kind = 'cc', r.kind = 'bcc', r.id)
    from message_recipient r where r.message_id = m.id), '[]') as recipients,
  coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', f.content_type,
      'size', f.size, 'kind', a.kind, 'inline', a.content_id is not null) order by a.position)
    from attachment a join stored_file f on f.workspace_id = a.workspace_id and f.id = a.file_id
    where a.message_id = m.id), '[]') as attachments`;

/** The tables behind `messageColumns`. */
export const messageTables = sql`
  message m
  left join creator c on c.workspace_id = m.workspace_id and c.id = m.creator_id
  left join membership p on p.workspace_id = m.workspace_id and p.id = m.author_id
  left join app_user u on u.id = p.user_id`;

type Times = 'createdAt' | 'queuedAt' | 'sendAt' | 'handedOverAt' | 'sentAt';

export type MessageRow = Omit<MessageDto, Times | 'from' | 'author'> & {
  createdAt: Date;
  sendAt: Date | null;
  queuedAt: Date | null;
  handedOverAt: Date | null;
  sentAt: Date | null;
  fromName: string;
  fromAddress: string;
  authorId: string | null;
  authorName: string | null;
};

export function toMessage(ctx: Context, row: MessageRow): MessageDto {
  const { fromName, fromAddress, authorId, authorName, ...message } = row;
  return {
    ...message,
    id: encodeId('message', row.id),
    threadId: encodeId('thread', row.threadId),
    creatorId: row.creatorId && encodeId('creator', row.creatorId),
    mailboxId: row.mailboxId && encodeId('mailbox', row.mailboxId),
    aboutId: row.aboutId && encodeId('message', row.aboutId),
    from: { name: fromName, address: fromAddress },
    author: authorId === null ? null : { id: encodeId('membership', authorId), name: authorName ?? '' },
    attachments: row.attachments.map((one) => ({ ...one, id: encodeId('attachment', one.id) })),
    ...(ctx.fields.personal ? {} : withoutAddresses(row)),
    createdAt: row.createdAt.toISOString(),
    queuedAt: instant(row.queuedAt),
    sendAt: instant(row.sendAt),
    handedOverAt: instant(row.handedOverAt),
    sentAt: instant(row.sentAt),
  };
}

function instant(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}

/** What a server says of a recipient repeats the address, and so may what was read from a report. */
function withoutAddresses({ recipients, failure, fromName, fromAddress, direction }: MessageRow) {
  return {
    ...(direction === 'incoming' && { from: { name: fromName === fromAddress ? '' : fromName, address: '' } }),
    facts: null,
    recipients: recipients.map((one) => ({ ...one, address: null, response: null })),
    failure: failure?.split('\n')[0] ?? null,
    serverResponse: null,
  };
}
