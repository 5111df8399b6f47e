// The package's own entry loads the names of 80 languages; the runtime has those already.
import countries from 'i18n-iso-countries/index.js';
import { foldText } from '@/shared/identity/fold-name';

/**
 * A country by name in the languages lists come in, by alias (`USA`, `UK`, `Holland`), code of two or three letters or
 * flag → ISO 3166-1 alpha-2; of `Berlin, Germany` and `Germany (DE)` the country. Undefined for anything else.
 */
export function parseCountry(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 80) return undefined;
  const flag = codeOfFlag(trimmed);
  if (flag) return flag;
  const whole = codeOf(trimmed);
  if (whole) return whole;
  const [before, after] = [trimmed.replace(/\s*[([].*$/, ''), trimmed.split(/[,;/]/).at(-1) ?? ''];
  return codeOf(before) ?? (after.trim().length > 2 ? codeOf(after) : undefined);
}

function codeOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return code;
  if (/^[A-Z]{3}$/.test(code)) return countries.alpha3ToAlpha2(code) ?? countryNames().get(code.toLowerCase());
  return countryNames().get(foldText(text));
}

function codeOfFlag(text: string): string | undefined {
  const letters = Array.from(text.replace(/[^\u{1F1E6}-\u{1F1FF}]/gu, '')).slice(0, 2);
  const code = letters.map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('');
  return code.length === 2 && countries.isValid(code) ? code : undefined;
}

const locales =
  'en de es fr pt it nl pl tr ru uk ja ko zh zh-Hant ar sv da nb fi cs sk hu ro bg hr sl el he id ms vi th hi ca et lv lt';

/** Names that no table of official names holds; each line is a code and its names. */
const aliases = `US usa,u s a,u s,united states,the united states,america,vereinigte staaten,estados unidos,etats unis,eeuu,ee uu,eua,stati uniti
GB uk,u k,great britain,britain,england,scotland,wales,northern ireland,grossbritannien,gran bretana,gra bretanha,grande bretagne,reino unido,inglaterra,angleterre,regno unito
AE uae,u a e,emirates,dubai,abu dhabi,vae,emirats arabes unis
KR south korea,korea,republic of korea,korea republic of,korea south,sudkorea,corea del sur,coree du sud,coreia do sul,corea
KP north korea,korea north
RU russia,russian federation,russland
NL holland,the netherlands,paises bajos,pays bas
CZ czech republic,czechia,tschechien,tschechische republik
TR turkey,turkiye,turkei,turquia,turquie,turchia
CI ivory coast,cote d ivoire,elfenbeinkuste
VN vietnam,viet nam
BA bosnia
MK macedonia,north macedonia
PS palestine
TW taiwan,chinese taipei
HK hong kong,hongkong,hong kong sar china
MO macau,macao
CN china,mainland china,prc,people s republic of china
IR iran
SY syria
LA laos
MD moldova
TZ tanzania
BO bolivia
VE venezuela
BN brunei
CD dr congo,drc,congo kinshasa
CG congo,congo brazzaville
CV cape verde
SZ swaziland
MM burma,birma
VA vatican
PH filipinas,philippines,the philippines,phillipines
DO dominican republic,rep dominicana
TT trinidad,trinidad tobago
IE eire,republic of ireland
XK kosovo
GM the gambia
BS the bahamas`;

let names: Map<string, string> | undefined;

/** Folded name → code, from the runtime's tables and the aliases; made once, on first use. */
function countryNames(): Map<string, string> {
  if (names) return names;
  names = new Map();
  for (const locale of locales.split(' ')) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of [...Object.keys(countries.getAlpha2Codes()), 'XK']) {
      const name = display.of(code);
      if (name && !names.has(foldText(name))) names.set(foldText(name), code);
    }
  }
  for (const line of aliases.split('\n')) {
    for (const name of line.slice(3).split(',')) names.set(name, line.slice(0, 2));
  }
  return names;
}
