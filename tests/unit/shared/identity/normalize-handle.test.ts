import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeHandle } from '@/shared/identity/normalize-handle';
import { PLATFORMS, platformOf, platformRules, type Platform } from '@/shared/identity/platforms';

const folder = '../shared/fixtures/torture';

function keyOf(text: string, platform?: Platform): string {
  const result = normalizeHandle(text, platform);
  return result.ok ? `${result.handle.platform}:${result.handle.normalized}` : result.reason;
}

describe('normalizeHandle', () => {
  it.each([
    ['@Cristiano', 'instagram', 'instagram:cristiano'],
    ['cristiano ', 'instagram', 'instagram:cristiano'],
    ['https://www.instagram.com/Cristiano/?hl=de#x', undefined, 'instagram:cristiano'],
    ['m.instagram.com/cristiano', undefined, 'instagram:cristiano'],
    ['instagram.com/stories/cristiano/31', undefined, 'instagram:cristiano'],
    ['IG: @cristiano', undefined, 'instagram:cristiano'],
    ['https://www.tiktok.com/@mr.aphrica?lang=en', 'instagram', 'tiktok:mr.aphrica'],
    ['tiktok.com/@kie_kie__/video/123', undefined, 'tiktok:kie_kie__'],
    ['youtube.com/@MrBeast/videos', undefined, 'youtube:mrbeast'],
    ['https://youtube.com/c/TomScottGo', undefined, 'youtube:tomscottgo'],
    ['https://www.youtube.com/user/PewDiePie', undefined, 'youtube:pewdiepie'],
    ['http://youtube.com/channel/UCq-Fj5jknLsUf-MWSy4_brA', undefined, 'youtube:UCq-Fj5jknLsUf-MWSy4_brA'],
    ['UCq-Fj5jknLsUf-MWSy4_brA', 'youtube', 'youtube:UCq-Fj5jknLsUf-MWSy4_brA'],
    ['https://mobile.twitter.com/#!/jack', undefined, 'x:jack'],
    ['x.com/jack?s=21', undefined, 'x:jack'],
    ['https://de.linkedin.com/in/j%C3%BCrgen-m%C3%BCller-1a/', undefined, 'linkedin:jürgen-müller-1a'],
    ['https://uk.pinterest.com/anna/', undefined, 'pinterest:anna'],
    ['https://www.pinterest.co.uk/anna/', undefined, 'pinterest:anna'],
    ['https://www.facebook.com/profile.php?id=100012345', undefined, 'facebook:100012345'],
    ['https://de-de.facebook.com/Anna.Schmidt', undefined, 'facebook:annaschmidt'],
    ['https://www.snapchat.com/add/team.snap', undefined, 'snapchat:team.snap'],
    ['https://Example.com/blog/?utm_source=x', undefined, 'blog:example.com/blog'],
    ['example.com', 'blog', 'blog:example.com'],
    ['https://podcasts.apple.com/de/podcast/fest-flauschig/id1171037208', undefined, 'podcast:fest-flauschig'],
  ] as [string, Platform | undefined, string][])('reads %s', (text, platform, key) => {
    expect(keyOf(text, platform)).toBe(key);
  });

  it('drops directional and zero-width marks, and makes odd letters plain', () => {
    expect(keyOf('\u202E@\u200Banna\u200F_b\u2069', 'tiktok')).toBe('tiktok:anna_b');
    expect(keyOf('＠ａｎｎａ', 'tiktok')).toBe('tiktok:anna');
    expect(keyOf('@𝐚𝐧𝐧𝐚', 'tiktok')).toBe('tiktok:anna');
  });

  it.each([
    ['@anna🌸', 'instagram', 'has_emoji'],
    ['anna schmidt', 'instagram', 'has_spaces'],
    ['anna/..', 'instagram', 'bad_characters'],
    ['a'.repeat(31), 'instagram', 'bad_characters'],
    ['<script>alert(1)</script>', 'tiktok', 'bad_characters'],
    ["x' or ''='", 'x', 'has_spaces'],
    ['anna', undefined, 'platform_unknown'],
    ['\u200B', 'instagram', 'empty'],
    ['https://www.instagram.com/p/Cxyz/', undefined, 'not_a_profile'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', undefined, 'not_a_profile'],
    ['https://www.instagram.com@evil.example/x', undefined, 'not_a_url'],
    ['https://instagram.com/%E0%A4%A', undefined, 'not_a_url'],
  ] as [string, Platform | undefined, string][])('refuses %s', (text, platform, reason) => {
    expect(keyOf(text, platform)).toBe(reason);
  });

  it('gives an account by its canonical address the same key again', () => {
    const names = fc.stringMatching(/^[a-z][a-z0-9_]{4,14}$/);
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(...PLATFORMS.filter((platform) => platform !== 'podcast')),
        (name, platform) => {
          const written = platform === 'blog' ? `https://${name.replaceAll('_', '-')}a.example/` : name;
          const result = normalizeHandle(written, platform);
          if (!result.ok) throw new Error(result.reason);
          if (platformRules[platform].reserved.includes(name)) return;
          expect(keyOf(result.handle.url ?? '')).toBe(`${platform}:${result.handle.normalized}`);
        },
      ),
    );
  });

  it('never throws, and never gives a platform’s account for a foreign host', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, ...PLATFORMS), (text, platform) => {
        normalizeHandle(text, platform);
      }),
    );
    const list = read('injection/open_redirect_payloads.txt')?.split('\n') ?? [];
    for (const line of list) expect(keyOf(line)).not.toMatch(/^(instagram|tiktok|youtube|x):/);
  });

  it('survives the address list of the web platform tests', ({ skip }) => {
    const text = read('url/wpt_urltestdata.json');
    if (!text) skip('../shared/fixtures is not here');
    for (const entry of JSON.parse(text ?? '[]') as (string | { input: string })[]) {
      if (typeof entry !== 'string') expect(typeof keyOf(entry.input)).toBe('string');
    }
  });

  it('knows platforms by the names people write', () => {
    expect(['IG', 'Twitter', 'YouTube', 'tik tok', 'FB', 'Myspace'].map(platformOf)).toEqual([
      'instagram',
      'x',
      'youtube',
      'tiktok',
      'facebook',
      undefined,
    ]);
  });
});

function read(path: string): string | undefined {
  try {
    return readFileSync(`${folder}/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}
