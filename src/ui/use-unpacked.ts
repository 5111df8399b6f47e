'use client';

import { useMemo } from 'react';
import type { Packed } from '@/shared/packed';

/** What a page packed; the same object until the page hands over another one. */
export function useUnpacked<T>(packed: Packed<T>): T {
  return useMemo(() => JSON.parse(packed.json) as T, [packed]);
}
