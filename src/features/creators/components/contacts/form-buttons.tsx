'use client';

import { Button } from '@/ui/button';

interface FormButtonsProps {
  of: 'contact' | 'agency';
  isNew: boolean;
  /** Something was typed that has not been sent. */
  kept: boolean;
  pending: boolean;
  onThrowAway: () => void;
}

/** The end of a form that keeps what was typed until it is sent or thrown away. */
export function FormButtons({ of, isNew, kept, pending, onThrowAway }: FormButtonsProps) {
  if (!isNew && !kept) return null;
  return (
    <div className="flex justify-end gap-2">
      {kept && <Button onClick={onThrowAway}>Throw away</Button>}
      <Button type="submit" variant="primary" pending={pending}>
        {isNew ? `Add ${of}` : 'Save'}
      </Button>
    </div>
  );
}
