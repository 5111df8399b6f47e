import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { sanitizeMail } from '@/platform/html/sanitize-mail';

interface Attack {
  title?: string;
  payload: string;
}

const attacks = JSON.parse(readFileSync('../shared/fixtures/torture/xss/dompurify_expect.json', 'utf8')) as Attack[];
const nothing = { show: () => null };

/** Every element and attribute a browser's parser would see in it. */
function partsOf(html: string): { tags: string[]; attributes: [string, string][] } {
  const tags: string[] = [];
  const attributes: [string, string][] = [];
  const parser = new Parser({
    onopentag(name, given) {
      tags.push(name);
      attributes.push(...Object.entries(given));
    },
  });
  parser.end(html);
  return { tags, attributes };
}

describe('sanitizeMail', () => {
  it.each(attacks.map((attack, index) => [index, attack.payload] as const))(
    'lets nothing run of attack %i',
    (_, payload) => {
      const { tags, attributes } = partsOf(sanitizeMail(payload, nothing) ?? '');
      const dangerous =
        /^(script|style|iframe|object|embed|form|input|button|svg|math|base|meta|link|template|video|audio)$/;
      expect(tags.filter((tag) => dangerous.test(tag))).toEqual([]);
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on|srcdoc|formaction|xlink|background/i);
        if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:)/i);
        if (name === 'src') expect.fail(`a picture was shown that nobody allowed: ${value}`);
        if (name === 'style') expect(value).not.toMatch(/url|expression|import|behavior|position|@|\\/i);
      }
    },
  );

  it('shows only the pictures it is told to, and tells of every one', () => {
    const asked: string[] = [];
    const html =
      '<img src="https://t.example/p.gif"><img src="cid:a@b" alt="Logo"><img srcset="https://t.example/q 2x">';
    const clean = sanitizeMail(html, {
      show: (source) => {
        asked.push(source);
        return source.startsWith('cid:') ? 'data:image/png;base64,AA==' : null;
      },
    });
    expect(asked).toEqual(['https://t.example/p.gif', 'cid:a@b', '']);
    expect(clean).not.toContain('t.example');
    expect(clean).toContain('src="data:image/png;base64,AA=="');
  });

  it('leads outside without saying where from, and keeps how a letter looks', () => {
    const clean = sanitizeMail(
      '<p style="color:red;background:url(https://t.example/x);position:fixed">Hi <a href="https://x.example" ping="https://t.example">there</a></p>',
      nothing,
    );
    expect(clean).toBe(
      '<p style="color:red">Hi <a href="https://x.example" rel="noopener noreferrer" target="_blank">there</a></p>',
    );
  });

  it('does not look through what is too large', () => {
    expect(sanitizeMail('<b>'.repeat(20_001), nothing)).toBeNull();
    expect(sanitizeMail('x'.repeat(2_000_001), nothing)).toBeNull();
  });
});
