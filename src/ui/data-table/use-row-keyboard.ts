'use client';

import { useState, type KeyboardEvent } from 'react';
import { uiTexts } from '../ui-texts';
import { useShortcut } from '../use-shortcut';

interface RowKeyboardInput {
  count: number;
  /** Brings a row into view and the focus to the table. */
  reveal: (index: number) => void;
  open: (index: number) => void;
  toggle?: (index: number, range: boolean) => void;
  enabled: boolean;
}

/** `j`, `k`, arrows, Home and End move; Enter opens; `x` and Space tick. Returns the row the keyboard is on, -1 for none. */
export function useRowKeyboard({ count, reveal, open, toggle, enabled }: RowKeyboardInput) {
  const [position, setPosition] = useState(-1);
  const index = Math.min(position, count - 1);
  const { groupName: group, nextRow, previousRow, openRow, selectRowShortcut } = uiTexts.table;
  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to));
    if (count === 0) return;
    setPosition(next);
    reveal(next);
  };
  const openActive = () => {
    if (index >= 0) open(index);
  };
  const toggleActive = (range: boolean) => {
    if (index >= 0) toggle?.(index, range);
  };

  useShortcut('j', nextRow, { handler: () => move(index + 1), group, enabled });
  useShortcut('k', previousRow, { handler: () => move(index - 1), group, enabled });
  useShortcut('Enter', openRow, { handler: openActive, group, enabled });
  useShortcut('x', selectRowShortcut, {
    handler: (event) => toggleActive(event.shiftKey),
    group,
    enabled: enabled && Boolean(toggle),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(index + 1),
      ArrowUp: () => move(index - 1),
      PageDown: () => move(index + 12),
      PageUp: () => move(index - 12),
      Home: () => move(0),
      End: () => move(count - 1),
      ' ': () => toggleActive(event.shiftKey),
    };
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { index, setIndex: setPosition, onKeyDown };
}
