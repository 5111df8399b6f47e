import type { ReactNode } from 'react';
import { cn } from './cn';
import { statusLook, toneIcons, type StatusIconName, type StatusKind, type StatusValue, type Tone } from './status';
import { StatusIcon } from './status-icon';

export const toneClasses: Record<Tone, string> = {
  planned: 'tone-planned',
  underway: 'tone-underway',
  attention: 'tone-attention',
  late: 'tone-late',
  done: 'tone-done',
  scheduled: 'tone-scheduled',
};

export interface BadgeProps {
  tone: Tone;
  /** Replaces the tone's icon; there is no badge without one. */
  icon?: StatusIconName;
  className?: string;
  children: ReactNode;
}

/** Colour, icon and word. For a state of the domain use `StatusBadge`. */
export function Badge({ tone, icon, className, children }: BadgeProps) {
  return (
    <span className={cn('badge tone-soft', toneClasses[tone], className)}>
      <StatusIcon name={icon ?? toneIcons[tone]} className="size-[11px] shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A state of the domain as the one status map shows it. */
export function StatusBadge<K extends StatusKind>(props: { kind: K; value: StatusValue<K>; className?: string }) {
  const { tone, icon, label } = statusLook(props.kind, props.value);
  return (
    <Badge tone={tone} icon={icon} className={props.className}>
      {label}
    </Badge>
  );
}
