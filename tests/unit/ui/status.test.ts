import { describe, expect, it } from 'vitest';
import { statuses, statusLook, toneIcons, type StatusKind } from '@/ui/status';

/** The words of the domain, written out here so that a state added or lost there is noticed. */
const domain: Record<StatusKind, string[]> = {
  creatorStage: ['prospect', 'contacted', 'in_conversation', 'active', 'ambassador', 'paused', 'declined'],
  messageState: ['draft', 'noted', 'queued', 'sending', 'sent', 'bounced', 'failed', 'unknown', 'cancelled'],
  taskState: ['open', 'doing', 'done', 'cancelled'],
  mailboxState: ['unconnected', 'connected', 'importing', 'waiting', 'paused', 'failed'],
  importState: ['uploaded', 'mapped', 'dry_run', 'running', 'paused', 'completed', 'failed', 'cancelled', 'undone'],
  importRowOutcome: ['created', 'updated', 'unchanged', 'skipped', 'rejected'],
  effectState: ['pending', 'claimed', 'handing_over', 'done', 'unknown', 'dead'],
  exportState: ['pending', 'running', 'completed', 'failed', 'cancelled'],
};

describe('the status map', () => {
  it('has exactly the states of the domain', () => {
    for (const kind of Object.keys(domain) as StatusKind[]) {
      expect(Object.keys(statuses[kind]), kind).toEqual(domain[kind]);
    }
    expect(Object.keys(statuses)).toEqual(Object.keys(domain));
  });

  it('gives every state a tone, an icon and a word of its own within its kind', () => {
    for (const kind of Object.keys(domain) as StatusKind[]) {
      const looks = domain[kind].map((value) => statusLook(kind, value as never));
      for (const look of looks) {
        expect(Object.keys(toneIcons)).toContain(look.tone);
        expect(look.icon).toBeTruthy();
        expect(look.label).toMatch(/^[A-Z][a-z ]+$/);
      }
      expect(new Set(looks.map((look) => look.label)).size, kind).toBe(looks.length);
    }
  });

  it('keeps the six icons apart, so that the tone can be told without its colour', () => {
    expect(new Set(Object.values(toneIcons)).size).toBe(6);
  });

  it('asks for a person where only a person can decide', () => {
    expect(statusLook('messageState', 'unknown').tone).toBe('attention');
    expect(statusLook('effectState', 'unknown').tone).toBe('attention');
  });

  it('refuses a state that nobody has drawn', () => {
    expect(() => statusLook('creatorStage', 'lost' as never)).toThrow('creatorStage "lost"');
  });
});
