import type { ReactNode } from 'react';
import type { StatusIconName } from './status';

const shapes: Record<StatusIconName, ReactNode> = {
  ring: <circle cx="8" cy="8" r="5.5" strokeWidth="2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.5" strokeWidth="2" />
      <path d="M8 2.5a5.5 5.5 0 010 11z" fill="currentColor" stroke="none" />
    </>
  ),
  bang: (
    <>
      <path d="M8 2.6v6.2" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="8" cy="12.8" r="1.5" fill="currentColor" stroke="none" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 2.2l6.4 11.3H1.6z" strokeWidth="1.8" strokeLinejoin="round" />
      <path d="M8 6.4v3.2M8 11.4v.3" strokeWidth="1.6" />
    </>
  ),
  check: <path d="M3 8.5l3 3 7-7" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="2" strokeWidth="2" />
      <path d="M2.5 7h11" strokeWidth="2" />
    </>
  ),
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.4" strokeLinecap="round" />,
  slash: (
    <>
      <circle cx="8" cy="8" r="5.5" strokeWidth="2" />
      <path d="M4.2 11.8l7.6-7.6" strokeWidth="2" />
    </>
  ),
  star: (
    <path
      d="M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z"
      fill="currentColor"
      strokeWidth="1"
      strokeLinejoin="round"
    />
  ),
};

/** The small drawing of a status; always beside its word, so hidden from screen readers. */
export function StatusIcon({ name, className = 'size-[11px]' }: { name: StatusIconName; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true" className={className}>
      {shapes[name]}
    </svg>
  );
}
