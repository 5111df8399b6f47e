/** The frame shared by every typed-in control. */
export const controlClass =
  'control-text w-full min-w-0 rounded-sm border border-line-control bg-surface text-ink placeholder:text-ink-3 transition-colors ' +
  'hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-late';
