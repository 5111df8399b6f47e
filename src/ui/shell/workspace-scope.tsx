'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { lastWorkspaceCookie } from './last-workspace';
import type { Permission } from '@/shared/permissions';

interface Scope {
  slug: string;
  permissions: readonly Permission[];
  /** The server's time at the first drawing, so that both draw the same. */
  drawnAt: string;
}

const ScopeContext = createContext<Scope>({ slug: '', permissions: [], drawnAt: '1970-01-01T00:00:00Z' });

/** Which workspace the screens below are in, and what the person may do there. */
export function WorkspaceScope({ slug, permissions, drawnAt, children }: Scope & { children: ReactNode }) {
  const value = useMemo(() => ({ slug, permissions, drawnAt }), [slug, permissions, drawnAt]);
  useEffect(() => {
    document.cookie = `${lastWorkspaceCookie}=${slug}; path=/; max-age=${365 * 24 * 60 * 60}; samesite=lax`;
  }, [slug]);
  return <ScopeContext value={value}>{children}</ScopeContext>;
}

/** The workspace of this screen. Hide what `can` denies; the server asks again. */
export function useWorkspace(): { slug: string; can: (permission: Permission) => boolean } {
  const { slug, permissions } = useContext(ScopeContext);
  return useMemo(() => ({ slug, can: (permission) => permissions.includes(permission) }), [slug, permissions]);
}

/** The time, every half minute; in the first drawing that of the server. */
export function useNow(): Date {
  const { drawnAt } = useContext(ScopeContext);
  const [now, setNow] = useState(() => new Date(drawnAt));
  useEffect(() => {
    const tick = () => setNow(new Date());
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 30_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  return now;
}
