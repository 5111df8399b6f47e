import type { WriteObstacle } from '@/features/creators/model/can-write-to';
import type { CustomFieldType, HandleMetricName } from '@/features/creators/model/vocabulary';
import type { Platform } from '@/shared/identity/platforms';

/** What stands where a platform's name does not fit. */
export const platformMarks: Record<Platform, string> = {
  instagram: 'IG',
  tiktok: 'TT',
  youtube: 'YT',
  x: 'X',
  twitch: 'TW',
  linkedin: 'LI',
  pinterest: 'PI',
  snapchat: 'SC',
  facebook: 'FB',
  blog: 'Blog',
  podcast: 'Pod',
};

export const legalBasisLabels: Record<string, string> = {
  consent: 'Consent',
  contract: 'Contract',
  legitimate_interest: 'Legitimate interest',
  public_profile: 'Public profile',
  unknown: 'Not known',
};

export const sourceLabels: Record<string, string> = { person: 'A colleague', import: 'Import', api: 'API' };

export const roleLabels: Record<string, string> = {
  manager: 'Manager',
  lawyer: 'Lawyer',
  accountant: 'Accountant',
  assistant: 'Assistant',
  guardian: 'Guardian',
  other: 'Contact',
};

export const routingLabels: Record<string, string> = {
  instead: 'answers instead',
  copied: 'copied in',
  none: 'not written to',
};

export const formalityLabels: Record<string, string> = { formal: 'Formal', familiar: 'Familiar' };

export const obstacleTexts: Record<WriteObstacle, { title: string; remedy: string }> = {
  do_not_contact: { title: 'Do not contact', remedy: 'Nothing leaves on any channel until someone lifts it here.' },
  minor_without_guardian: {
    title: 'A minor without a guardian',
    remedy: 'Name the guardian who is written to first.',
  },
  archived: { title: 'Archived', remedy: 'Restore the record to write.' },
  no_address: { title: 'No address', remedy: 'Add an e-mail address, or a contact who has one.' },
};

export const metricLabels: Record<HandleMetricName, string> = {
  followers: 'Followers',
  following: 'Following',
  posts: 'Posts',
  avg_views: 'Average views',
  avg_likes: 'Average likes',
  avg_comments: 'Average comments',
  avg_shares: 'Average shares',
  avg_saves: 'Average saves',
  avg_reach: 'Average reach',
  avg_impressions: 'Average impressions',
  engagement_rate: 'Engagement rate',
};

export const customFieldTypeLabels: Record<CustomFieldType, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  select: 'One of a list',
  multi_select: 'Several of a list',
  url: 'Web address',
};

export const dayLabels: Record<string, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** ISO 3166-1 alpha-2, all that are in use. */
export const countryCodes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** The languages offered first; any other BCP 47 tag can be typed. */
export const languageCodes =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv ta th tl tr uk ur vi zh'.split(
    ' ',
  );
