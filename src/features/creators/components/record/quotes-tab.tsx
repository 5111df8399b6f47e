'use client';

import { Banknote, Trash2 } from 'lucide-react';
import { archiveQuote, createQuote } from '@/features/creators/note-actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { IconButton } from '@/ui/icon-button';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type Quote = NonNullable<CreatorRecord['quotes']>[number];

/** The rate card as it was said over time: what was asked, what was agreed, by whom, for what. */
export function QuotesTab({ onLog }: { onLog: () => void }) {
  const { record } = useRecord();
  const { can } = useWorkspace();
  const log = can('quote.create') && (
    <Button variant={record.quotes?.length ? 'default' : 'primary'} icon={<Banknote />} onClick={onLog}>
      Log a quote
    </Button>
  );
  if (!record.quotes) return <p className="p-5 text-ink-3">Fees are hidden from you.</p>;
  if (record.quotes.length === 0) {
    return (
      <EmptyState
        icon={<Banknote />}
        title="No fee is known yet"
        description="Log what is asked and what is agreed: two clicks, and the next negotiation begins where this one ended."
        action={log}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3 px-5 py-4 max-sm:px-3">
      <div>{log}</div>
      <ul aria-label="Quotes" className="divide-y divide-line rounded-md border border-line">
        {record.quotes.map((quote) => (
          <QuoteRow key={quote.id} quote={quote} />
        ))}
      </ul>
    </div>
  );
}

function QuoteRow({ quote }: { quote: Quote }) {
  const { slug, can } = useWorkspace();
  const { record, save } = useRecord();
  const format = useFormat();
  const { amountMinor, currency } = quote;
  const amount = currency ? format.money(amountMinor, currency) : 'Hidden';
  const restore = () => {
    const { id: _id, createdAt: _createdAt, ...rest } = quote;
    void save(() => createQuote(slug, { ...rest, creatorId: record.id }));
  };
  const archive = async () => {
    if ((await save(() => archiveQuote(slug, { id: quote.id }))) === null) {
      notify.undoable(`The quote over ${amount} was archived`, restore);
    }
  };
  const facts = [quote.usage, quote.saidBy && `said by ${quote.saidBy}`, quote.note].filter(Boolean).join(' · ');
  return (
    <li className="flex items-center gap-x-3 px-3 py-2">
      <Badge tone={quote.kind === 'agreed' ? 'done' : 'planned'}>{quote.kind === 'agreed' ? 'Agreed' : 'Asked'}</Badge>
      <span className="min-w-0 flex-1 break-words">
        <span className="font-medium">{quote.format}</span>
        {facts && <span className="block text-sm text-ink-3">{facts}</span>}
      </span>
      <span className="flex items-center gap-x-3 max-sm:flex-col-reverse max-sm:items-end">
        <span className="num text-sm text-ink-3">{format.day(quote.quotedOn)}</span>
        <span className="num min-w-24 text-right font-medium">{amount}</span>
      </span>
      {can('quote.create') && (
        <IconButton
          size="s"
          aria-label={`Archive the quote over ${amount}`}
          icon={<Trash2 />}
          onClick={() => void archive()}
        />
      )}
    </li>
  );
}
