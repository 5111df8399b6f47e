import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  fillMergeFields,
  mergeFields,
  type MergeValues,
  toOneLine,
} from '@/features/threads/model/merge-fields';

const nothing = Object.fromEntries(mergeFields.map((field) => [field, null])) as MergeValues;
const values: MergeValues = { ...nothing, 'creator.greeting': 'Hi Ann', 'brand.name': 'A & {{sender.name}}' };

describe('fillMergeFields', () => {
  it.each([
    ['{{creator.greeting}},', 'Hi Ann,'],
    ['{{  creator.greeting\n}}', 'Hi Ann'],
    ['{{&nbsp;creator.greeting&nbsp;}}', 'Hi Ann'],
    ['{{creator.greeting}} {{creator.greeting}}', 'Hi Ann Hi Ann'],
    ['{{brand.name}}', 'A & {{sender.name}}'],
    ['{ creator.greeting } $& $1', '{ creator.greeting } $& $1'],
  ])('fills %j', (template, text) => {
    expect(fillMergeFields(template, values)).toEqual({ text, problems: [] });
  });

  it.each([
    ['{{sender.name}}', 'empty_field', 'sender.name'],
    ['{{creator.name}}', 'unknown_field', 'creator.name'],
    ['{{Creator.Greeting}}', 'unknown_field', 'Creator.Greeting'],
    ['{{}}', 'unknown_field', ''],
    ['{{constructor}}', 'unknown_field', 'constructor'],
    ['{{creator.greeting}', 'unknown_field', '{{'],
    ['creator.greeting}}', 'unknown_field', '}}'],
  ])('leaves %j as it is and names it', (template, problem, field) => {
    expect(fillMergeFields(template, values)).toEqual({ text: template, problems: [{ problem, field }] });
  });

  it('names a field once, and reads no value as a template', () => {
    expect(fillMergeFields('{{a}}{{a}}{{b}}', values).problems).toHaveLength(2);
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (value) => {
        fc.pre(value.trim() !== '');
        const filled = fillMergeFields('<{{creator.greeting}}>', { ...nothing, 'creator.greeting': value });
        expect(filled).toEqual({ text: `<${value.trim()}>`, problems: [] });
      }),
    );
  });

  it('writes values as text within HTML and as one line within a header', () => {
    expect(escapeHtml('<a href="x">&amp;')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;');
    expect(toOneLine(' a\r\nBcc: b\u2028c\u0000 ')).toBe('a Bcc: b c');
  });
});
