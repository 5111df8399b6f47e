'use client';

import type { MouseEvent, ReactNode } from 'react';

/** The row's own link: a plain click opens as the screen wants, any other (new tab, copy) is the browser's. */
export function RowLink(props: { href: string; onOpen?: () => void; className?: string; children: ReactNode }) {
  const open = (event: MouseEvent) => {
    if (!props.onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    props.onOpen();
  };
  return (
    <a href={props.href} tabIndex={-1} onClick={open} className={props.className}>
      {props.children}
    </a>
  );
}
