'use client';

export function SegmentMenu(_props: object) {
  return null;
}
