'use client';

import dynamic from 'next/dynamic';
import type { RecordPanel } from '@/features/creators/components/record/record-actions';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';

const QuoteDialog = dynamic(
  () => import('@/features/creators/components/record/quote-dialog').then((module) => module.QuoteDialog),
  { ssr: false },
);
const DetailsForm = dynamic(
  () => import('@/features/creators/components/record/details-form').then((module) => module.DetailsForm),
  { ssr: false },
);
const HandlesDialog = dynamic(
  () => import('@/features/creators/components/record/handles-dialog').then((module) => module.HandlesDialog),
  { ssr: false },
);
const ContactDialog = dynamic(
  () => import('@/features/creators/components/record/contact-dialog').then((module) => module.ContactDialog),
  { ssr: false },
);
const PreferencesForm = dynamic(
  () => import('@/features/creators/components/record/preferences-form').then((module) => module.PreferencesForm),
  { ssr: false },
);
const DoNotContactForm = dynamic(
  () => import('@/features/creators/components/record/do-not-contact-form').then((module) => module.DoNotContactForm),
  { ssr: false },
);
const MinorForm = dynamic(
  () => import('@/features/creators/components/record/minor-form').then((module) => module.MinorForm),
  { ssr: false },
);
const MergeDialog = dynamic(
  () => import('@/features/creators/components/record/merge-dialog').then((module) => module.MergeDialog),
  { ssr: false },
);

interface RecordPanelsProps {
  panel: RecordPanel | null;
  /** The other record of a merge that is already known. */
  mergeWith: string | null;
  customFields: CreatorVocabulary['customFields'];
  onClose: () => void;
  onMerged: (survivorId: string) => void;
}

/** What opens over the record, loaded when it first does. */
export function RecordPanels({ panel, mergeWith, customFields, onClose, onMerged }: RecordPanelsProps) {
  switch (panel) {
    case 'quote':
      return <QuoteDialog onClose={onClose} />;
    case 'details':
      return <DetailsForm customFields={customFields} onClose={onClose} />;
    case 'handles':
      return <HandlesDialog onClose={onClose} />;
    case 'contact':
      return <ContactDialog onClose={onClose} />;
    case 'preferences':
      return <PreferencesForm onClose={onClose} />;
    case 'doNotContact':
      return <DoNotContactForm onClose={onClose} />;
    case 'minor':
      return <MinorForm onClose={onClose} />;
    case 'merge':
      return <MergeDialog otherId={mergeWith} onClose={onClose} onMerged={onMerged} />;
    default:
      return null;
  }
}
