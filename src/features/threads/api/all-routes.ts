import {
  getAttachmentRoute,
  getMailHtmlRoute,
  getRawMailRoute,
  uploadFileRoute,
} from '@/features/threads/api/file-routes';
import { receiveEmailRoute } from '@/features/threads/api/inbound-routes';
import { mailboxRoutes } from '@/features/threads/api/mailbox-routes';
import {
  cancelMessageRoute,
  findMessagesRoute,
  getMessageRoute,
  resolveMessageRoute,
  retryMessageRoute,
  sendMessageRoute,
} from '@/features/threads/api/message-routes';
import { conversationRoutes } from '@/features/threads/api/thread-routes';
import type { RouteDefinition } from '@/platform/http/define-route';

export const threadRoutes: RouteDefinition[] = [
  sendMessageRoute,
  findMessagesRoute,
  getMessageRoute,
  resolveMessageRoute,
  retryMessageRoute,
  cancelMessageRoute,
  getAttachmentRoute,
  uploadFileRoute,
  ...mailboxRoutes,
  getMailHtmlRoute,
  getRawMailRoute,
  receiveEmailRoute,
  ...conversationRoutes,
];
