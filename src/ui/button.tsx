'use client';

import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger' | 'link';

const variants: Record<ButtonVariant, string> = {
  default: 'border-line-strong bg-surface text-ink hover:bg-sunken aria-expanded:bg-sunken',
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink aria-expanded:bg-sunken',
  danger: 'border-transparent bg-danger text-accent-ink hover:bg-danger-hover',
  link: 'border-transparent bg-transparent px-0 text-accent-text hover:underline',
};

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: 'm' | 's';
  /** An element such as `<Plus />`, drawn before the words. */
  icon?: ReactNode;
  /** The key that does the same, such as `C`; shown, and announced through `aria-keyshortcuts`. */
  kbd?: string;
  /** The work has begun: the button keeps its focus and its place, and does nothing more. */
  pending?: boolean;
  /** Renders the one child (a link) with the look of a button. */
  asChild?: boolean;
}

/** A 28-pixel button (44 under a finger). `type` is `button` unless said otherwise. */
export function Button({
  variant = 'default',
  size = 'm',
  icon,
  pending = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const { asChild, kbd, onClick, ...rest } = props;
  const Root = asChild ? Slot.Root : 'button';
  const typeOfButton = asChild ? {} : { type: 'button' as const };
  return (
    <Root
      {...typeOfButton}
      aria-keyshortcuts={kbd}
      {...(pending ? { 'aria-busy': true, 'aria-disabled': true, onClick: refuse } : { onClick })}
      className={cn(buttonClass(variant, size), className)}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      <Slot.Slottable>{children}</Slot.Slottable>
      {kbd && <Kbd className="-mr-1 border-current/40 bg-transparent text-inherit">{kbd}</Kbd>}
    </Root>
  );
}

/** Keeps a second click, and the second submit it would cause, from happening while the first is under way. */
function refuse(event: MouseEvent) {
  event.preventDefault();
}

function buttonClass(variant: ButtonVariant, size: 'm' | 's') {
  return cn(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress [&>svg]:size-3.5 [&>svg]:shrink-0',
    size === 'm' ? 'h-control px-2.5' : 'h-control-s px-2 text-sm',
    variants[variant],
  );
}
