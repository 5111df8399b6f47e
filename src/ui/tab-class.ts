/** One tab; it is the current one by `data-state=active` or `aria-current=page`. */
export const tabClass =
  'inline-flex h-control shrink-0 items-center gap-1.5 rounded-sm px-2.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 ' +
  'data-[state=active]:bg-sunken data-[state=active]:font-medium data-[state=active]:text-ink ' +
  'aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink';
