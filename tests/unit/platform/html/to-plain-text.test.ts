import { describe, expect, it } from 'vitest';
import { toPlainText } from '@/platform/html/to-plain-text';

describe('toPlainText', () => {
  it.each([
    ['paragraphs', '<p>Hi <b>Ann</b>,</p><p>see you.<br>Bye</p>', 'Hi Ann,\n\nsee you.\nBye'],
    ['blanks', '<p>a\n   b</p>\n\n<p> c </p>', 'a b\n\nc'],
    ['entities', 'a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39; &nbsp;x', 'a <b> &amp; "c" \'d\' \u00a0x'],
    [
      'lists',
      '<p>x</p><ul><li><p>a</p><p>a2</p></li><li>b</li></ul><ol start="3"><li>c</li><li>d</li></ol><p>y</p>',
      'x\n\n- a\na2\n- b\n\n3. c\n4. d\n\ny',
    ],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      'links',
      '<a href="https://x.example/?a=1&amp;b=2">here</a>, <a href="mailto:a@b.example">a@b.example</a>',
      'here (https://x.example/?a=1&b=2), a@b.example',
    ],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
    ['tables', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['a line', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    ['nothing', '<p></p><p><br></p>', ''],
    ['scripts', '<script>alert(1)</script><p>a</p>', 'a'],
  ])('writes %s', (_, html, text) => {
    expect(toPlainText(html)).toBe(text);
  });
});
