import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: { text: ['md'], shadow: ['pop'] },
    classGroups: {
      h: ['h-control', 'h-control-s'],
      size: ['size-control', 'size-control-s'],
      'min-h': ['min-h-control'],
      'font-size': ['control-text'],
    },
  },
});

/** Joins class names; of two utilities for the same property the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
