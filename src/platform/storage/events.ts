import { defineEvent } from '@/platform/events/define-event';

export const fileStored = defineEvent<{ name: string; size: number; hash: string }>('file.stored', 'file');
