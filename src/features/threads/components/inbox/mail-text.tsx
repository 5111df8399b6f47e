'use client';

import { useState } from 'react';
import { MailFrame } from '@/features/threads/components/inbox/mail-frame';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Button } from '@/ui/button';

/** What came in: its new words; what they quote, and how it looked, one click away. */
export function MailText({ message }: { message: MessageDto }) {
  const { text, visibleText, hasHtml } = message;
  const [shown, setShown] = useState<'words' | 'all' | 'original'>('words');
  const words = visibleText ?? text;
  const quotes = words.trim() !== text.trim();
  return (
    <div className="flex flex-col gap-2">
      {shown === 'original' ? (
        <MailFrame message={message} />
      ) : (
        <p className="leading-normal [overflow-wrap:anywhere] whitespace-pre-wrap">
          {(shown === 'words' ? words : text).trim() || 'No words.'}
        </p>
      )}
      {(quotes || hasHtml) && (
        <div className="flex gap-1 text-sm">
          {quotes && (
            <Toggle on={shown === 'all'} onChange={(on) => setShown(on ? 'all' : 'words')}>
              Quoted text
            </Toggle>
          )}
          {hasHtml && (
            <Toggle on={shown === 'original'} onChange={(on) => setShown(on ? 'original' : 'words')}>
              As it was sent
            </Toggle>
          )}
        </div>
      )}
    </div>
  );
}

function Toggle({ on, onChange, children }: { on: boolean; onChange: (on: boolean) => void; children: string }) {
  return (
    <Button size="s" variant="quiet" aria-pressed={on} onClick={() => onChange(!on)}>
      {children}
    </Button>
  );
}
