import { defineEvent } from '@/platform/events/define-event';

export const signedIn = defineEvent<{ name: string }>('session.signed_in', 'membership');
export const signInRefused = defineEvent<{ reason: 'wrong_password' | 'rate_limited' }>(
  'session.refused',
  'membership',
);
