/** The frame of everything that pops up over the page. */
export const popClass = 'animate-pop z-50 rounded-md border border-line bg-raised text-ink shadow-pop outline-none';

/** One line of a menu or a list of choices. */
export const menuItemClass =
  'relative flex min-h-control w-full cursor-default items-center gap-2 rounded-sm px-2 text-left select-none outline-none ' +
  'data-[highlighted]:bg-sunken data-[selected=true]:bg-sunken data-[disabled]:not-data-[disabled=false]:pointer-events-none ' +
  'data-[disabled]:not-data-[disabled=false]:opacity-50 dark:data-[highlighted]:bg-line dark:data-[selected=true]:bg-line [&>svg]:size-3.5 [&>svg]:shrink-0 [&>svg]:text-ink-3';
