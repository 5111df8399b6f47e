import { cn } from './cn';

const sizes = { xs: 'size-5 text-[9px]', s: 'size-7 text-xs', l: 'size-11 text-lg' };

export interface AvatarProps {
  /** Decides the colour, so that a person keeps it when the name changes. */
  id: string;
  name: string;
  size?: keyof typeof sizes;
  className?: string;
}

/** Initials on a colour of one lightness (white on it passes AA at every hue). Always beside the name, so not read out. */
export function Avatar({ id, name, size = 's', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      style={{ background: `oklch(0.5 0.12 ${hueOf(id)})` }}
      className={cn('avatar', sizes[size], className)}
    >
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word; whole code points, so that no emoji is cut. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (first + last).toUpperCase() || '?';
}

function firstLetter(word = ''): string {
  return /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
}

/** A hue of 0 to 359 from any string, the same for ever. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash * 137) % 360;
}
