/** The words that mail is mostly made of, the most usual first. */
export const usualWords = (
  'the to and you a for we of in is it your our that with on be have this are will can as from if at or so not but me ' +
  'please would all any let know thanks just when about which was more by one an do what time send next week us they how ' +
  'out there up new also some like get has make need post video story reel draft brief deadline invoice contract product ' +
  'sample shipping address rate fee budget usage rights exclusive content creator audience followers views engagement ' +
  'schedule calendar call meeting tomorrow monday friday approve approval feedback change caption hashtag link code ' +
  'discount launch summer winter collection brand partner agency manager payment bank transfer tax form sign signed review ' +
  'attached file photo picture edit version final confirm confirmed available availability travel event studio paris berlin'
).split(' ');

/** Rarer words are made of these. */
export const syllables = 'ka lo mi ren tas vo shu bel dor fin gar hal jin kor lum mar nex pol quin ros'.split(' ');
