'use client';

import { FileUp } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';

interface DropAnywhereProps {
  onFiles: (files: File[]) => void;
}

/** Takes a file dropped anywhere on the page, and shows that it would while one is held over it. */
export function DropAnywhere({ onFiles }: DropAnywhereProps) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    // Every element that is entered and left tells so: only when all are left the file is off the page.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const allow = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  if (!over) return null;
  return (
    <div
      aria-hidden="true"
      className="animate-fade pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-scrim p-6"
    >
      <p className="flex items-center gap-2.5 rounded-lg border border-accent bg-raised px-5 py-4 text-lg font-semibold shadow-pop">
        <FileUp className="size-5 text-accent-text" />
        Drop the list to import it
      </p>
    </div>
  );
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
