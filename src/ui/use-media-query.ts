'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now. On the server, and in the first render of the browser, it does not. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notice: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', notice);
      return () => media.removeEventListener('change', notice);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** The width below which tables become cards and the side navigation a bottom bar. */
export const phoneQuery = '(max-width: 639px)';
