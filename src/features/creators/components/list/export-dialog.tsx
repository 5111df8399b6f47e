'use client';

export function ExportDialog(_props: { creators: object; who: string; onClose: () => void }) {
  return null;
}
