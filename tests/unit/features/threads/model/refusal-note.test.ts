import { expect, it } from 'vitest';
import { readRefusal, writeRefusals } from '@/features/threads/model/refusal-note';

it('gives each address back what the server said to it, also in several lines', () => {
  const note = writeRefusals('Nobody was taken', [
    { address: 'a@x.example', response: '550-moved\n550 b@x.example: not here' },
    { address: 'b@x.example', response: '552 full' },
  ]);
  expect(readRefusal(note, 'a@x.example')).toBe('550-moved 550 b@x.example: not here');
  expect(readRefusal(note, 'b@x.example')).toBe('552 full');
  expect(readRefusal(note, 'c@x.example')).toBeNull();
  expect(readRefusal('Nobody was taken', 'a@x.example')).toBeNull();
});
