import type { Target } from './target-fields';

export interface HeaderPattern {
  target: Target;
  /** Over the folded header without the name of a platform. */
  match: RegExp;
  not?: RegExp;
}

const average =
  '(avg|average|mean|median|durchschn\\w*|schnitt|moyen\\w*|promedio|medi[ao]s?|mittel\\w*|per post|pro post)';
const count = '( ?(count|number|no|total|anzahl|nombre de|numero de))?';
const views = '(views?|plays?|video views|reel plays|aufrufe|vues|visualiza\\w+|visualizz\\w+|reproduc\\w+|ansichten)';
const likes = '(likes?|gefallt mir|me gusta|j aime|curtidas|mi piace)';
const comments = '(comments?|kommentare?|commentaires?|comentarios?|commenti)';
const shares = '(shares?|geteilt|partages?|compartid\\w+|compartilh\\w+|condivisioni)';
const saves = '(saves?|gespeichert|enregistrements?|guardados?|salvamentos|salvataggi)';
const engagements = '(engagements?|interactions?|interaktionen|interacciones|interacoes|interazioni|engajamentos?)';
const reach = '(reach|reichweite|portee|alcance|copertura)';
const impressions = '(impressions?|impressionen|impresiones|impressoes)';
const strange =
  /\b(new|authentic|fake|real|audience|growth|change|trend|recent|median|sponsored|paid|organic|score|rank|wachstum|following)\b/;
const place =
  '(address|adresse|anschrift|direccion|endereco|indirizzo|shipping|versand|lieferung|lieferadresse|livraison|envio|spedizione)';

const averageOf = (metric: string) => new RegExp(`\\b${average}\\b.*\\b${metric}\\b|\\b${metric}\\b.*\\b${average}\\b`);
const only = (metric: string) =>
  new RegExp(`^${metric}${count}$|^(number of|anzahl|nombre de|numero de|total de) ${metric}$`);

/**
 * Headers of lists in English, German, French, Spanish, Portuguese and Italian → target. The first match counts, so
 * the special stands before the general. Written for folded text: no case, no diacritics, words apart by one blank.
 */
export const headerPatterns: HeaderPattern[] = [
  {
    target: 'asOf',
    match:
      /^(as of|snapshot|data|crawl|collected|retrieved|updated|erhebungs)[a-z ]*(date|at|on|datum)?$|^(as of|stand|asof)$|^(date|datum|fecha|data|month|monat|mois|mes)$/,
    not: /^data$/,
  },
  { target: 'birthday', match: /birth|geburt|naissance|nacimiento|nascimento|nascita|\bdob\b/ },
  {
    target: 'managerEmail',
    match: /\b(manager|management|agents?|agency|agentur|agence|agencia|agenzia)\b.*\b(e ?mail|mail)\b/,
  },
  {
    target: 'agencyName',
    match: /^(agency|agentur|agence|agencia|agenzia|mcn|talent agency)( name)?$|^management company$/,
  },
  { target: 'managerName', match: /^(talent )?(manager|management|agent)( name| contact)?$/ },
  {
    target: 'ownerEmail',
    match:
      /^(relationship |record |account |list )?(owner|assignee|responsible|zustandig\w*|verantwortlich\w*|betreuer\w*|responsable|responsavel|responsabile|inhaber)( e ?mail)?$|^assigned (to|user)$/,
  },
  {
    target: 'email',
    match: /\b(e ?mails?|mails?|correo|courriel|e ?posta|correio)\b/,
    not: /\b(sent|opened|status|date|count|clicks?|opt|template|subject|verified|last|found)\b/,
  },
  {
    target: 'phone',
    match:
      /\b(phones?|telephone|telefon\w*|telefono|tel|mobile|mobil\w*|handy\w*|movil|celular|portable|whats ?app|cellulare|rufnummer)\b/,
    not: /\b(os|app|views?)\b/,
  },
  {
    target: 'shippingAddress.line2',
    match: new RegExp(`${place}.*2|^(apt|apartment|suite|unit|adresszusatz|complement\\w*)\\b`),
  },
  {
    target: 'shippingAddress.postalCode',
    match: /\b(zip ?(code)?|postal ?code|post ?code|plz|postleitzahl|code postal|codigo postal|cep|cap)\b/,
  },
  {
    target: 'shippingAddress.city',
    match: new RegExp(`${place}.*\\b(city|town|ort|stadt|ville|ciudad|cidade|citta)\\b`),
  },
  {
    target: 'shippingAddress.region',
    match: new RegExp(
      `${place}.*\\b(state|province|region)\\b|^(state|province|region|bundesland|provincia|estado|departement)( code)?$`,
    ),
  },
  { target: 'shippingAddress.country', match: new RegExp(`${place}.*\\b(country|land|pays|pais|paese)\\b`) },
  {
    target: 'shippingAddress.line1',
    match: new RegExp(
      `^(${place} ?)+( ?line)? ?1?$|^(street|strasse|rue|calle|rua|via)( (address|name|und hausnummer|nr))?$`,
    ),
  },
  {
    target: 'metric:engagement_rate',
    match:
      /\b(eng(agement)? ?rate|er|engagementrate|interaktionsrate|taux d (engagement|interaction)|tasa de (interaccion|engagement)|taxa de (engajamento|interacao)|tasso di (coinvolgimento|interazione)|engagement percent)\b/,
    not: /\b(sponsored|paid|organic|growth|median|average in|audience)\b/,
  },
  {
    target: 'metric:followers',
    match:
      /\b(followers?|subscribers?|subs|fans|followerzahl|followeranzahl|abonnent\w*|abonnes|seguidores|inscritos|suscriptores|iscritti|takipci\w*|anhanger|audience size)\b/,
    not: /\b(growth|fake|gain\w*|lost|quality|credib\w*|real|new|rate|authentic\w*|change|wachstum|type|percent|ratio|per|views?|likes?|country|age|gender|female|male|suspicious|mass|non)\b/,
  },
  {
    target: 'metric:following',
    match: /^(following|follows|abonnements|gefolgt|folgt|seguindo|seguidos|siguiendo|seguiti)( count)?$/,
  },
  { target: 'metric:avg_views', match: averageOf(views), not: strange },
  { target: 'metric:avg_likes', match: averageOf(likes), not: strange },
  { target: 'metric:avg_comments', match: averageOf(comments), not: strange },
  { target: 'metric:avg_shares', match: averageOf(shares), not: strange },
  { target: 'metric:avg_saves', match: averageOf(saves), not: strange },
  { target: 'metric:avg_reach', match: averageOf(reach), not: strange },
  { target: 'metric:avg_impressions', match: averageOf(impressions), not: strange },
  {
    target: 'metric:avg_engagements',
    match: averageOf(engagements),
    not: new RegExp(`rate|percent|${strange.source}`),
  },
  {
    target: 'metric:total_views',
    match: new RegExp(`^(total|gesamt|overall|lifetime|channel) ?${views}$|^gesamtaufrufe$|^view count$`),
  },
  { target: 'metric:total_likes', match: new RegExp(`^(total|gesamt|overall|lifetime) ?${likes}$`) },
  {
    target: 'metric:posts',
    match: new RegExp(
      `^(posts?|media|uploads?|videos?|beitrage|publicaciones|publications|publicacoes|postagens|pubblicazioni)${count}$|^(number of|anzahl|nombre de|numero de) (posts?|videos?|beitrage)$`,
    ),
  },
  { target: 'metric:views', match: only(views) },
  { target: 'metric:likes', match: only(likes) },
  { target: 'metric:comments', match: only(comments) },
  { target: 'metric:reach', match: only(reach) },
  { target: 'metric:impressions', match: only(impressions) },
  {
    target: 'country',
    match:
      /^((home|creator|influencer|account|person) )?(country|land|pays|pais|paese|nation|nationality|herkunftsland|staat|country region|country code|country iso|countrycode|location|standort|ubicacion|localizacao|localisation|posizione)( code| name)?$/,
  },
  { target: 'city', match: /^(home )?(city|town|stadt|wohnort|ort|ville|ciudad|cidade|citta)( name)?$/ },
  {
    target: 'languages',
    match: /^(content |primary |main |spoken )?(languages?|sprachen?|langues?|idiomas?|lingu[ae]s?|langs?)( code)?$/,
  },
  { target: 'timeZone', match: /time ?zone|zeitzone|fuseau|huso horario|fuso/ },
  { target: 'pronouns', match: /pronoun|pronomen|pronom/ },
  { target: 'greeting', match: /^(greeting|salutation|anrede|saludo|saudacao|saluto)$/ },
  { target: 'doNotContact', match: /do not contact|dnc|black ?list\w*|block ?list\w*|nicht kontaktieren|gesperrt/ },
  {
    target: 'vatId',
    match: /\b(vat|ust ?id\w*|umsatzsteuer\w*|tva|partita iva|iva|nif|steuernummer|tax (id|number))\b/,
  },
  {
    target: 'vendorNumber',
    match:
      /\b(vendor|supplier|kreditor\w*|lieferanten\w*|fournisseur|proveedor|fornecedor|fornitore)\b( ?(number|no|id|nr|nummer|code))?/,
  },
  {
    target: 'rate',
    match:
      /\b(rates?|fees?|prices?|pricing|preise?|tarifs?|honorar\w*|gage|costs?|precio|preco|prezzo|tarifas?|cachet?|rate card|budget)\b/,
    not: /\b(engagement|conversion|open|response|reply|click|growth|percent|completion|like|view|shipping|success)\b/,
  },
  {
    target: 'stage',
    match: /^((relationship|pipeline|outreach|collaboration) )?(stage|status|phase|estado de relacion|statut|stato)$/,
  },
  {
    target: 'companyName',
    match:
      /^(legal |company |business )?(company|firma|unternehmen|societe|entreprise|empresa|azienda|business|legal)( name| entity)$|^(company|firma|unternehmen|societe|entreprise|empresa|azienda|organisation|organization)$/,
  },
  {
    target: 'notes',
    match:
      /^(internal |private |my )?(notes?|notiz(en)?|bemerkung(en)?|anmerkung(en)?|remarks?|remarques?|notas?|observac\w+|observaciones|commento)( internal)?$/,
  },
  {
    target: 'tags',
    match:
      /^(content |influencer |creator |main |sub )?(tags?|labels?|categor(y|ies)|kategorien?|categories?|categorie|categorias?|niches?|nische|topics?|themen?|verticals?|interests?|interessen|gen[er]+[oe]s?|segments?|etiquetas?|etiquettes?|schlagworte?|groups?|gruppen?|lists?)( name| \d+)?$/,
  },
  {
    target: 'givenName',
    match: /^(first ?name|given ?name|forename|vorname|prenom|nombre de pila|primeiro nome|first)$/,
  },
  {
    target: 'familyName',
    match:
      /^(last ?name|family ?name|surname|nachname|familienname|zuname|nom de famille|apellidos?|sobrenome|cognome|last)$/,
  },
  {
    target: 'platform',
    match:
      /^(social )?(platforms?|networks?|plattform|netzwerk|plateforme|reseau( social)?|plataforma|red social|rede social|piattaforma|social media|channel type|medium)( name)?$|^social network$/,
  },
  {
    target: 'handle:blog',
    match: /^(blog|website|web ?site|homepage|webseite|site web|sitio web|sito( web)?)( url| link| address)?$/,
  },
  {
    target: 'profileUrl',
    match: /\b(urls?|links?|href|lien|enlace|permalink)\b|^(profile|profil|perfil|profilo)( page)?$/,
    not: /\b(image|photo|picture|avatar|thumbnail|tracking|report|post|video|bio|affiliate|media kit|img|pic)\b/,
  },
  {
    target: 'handle',
    match:
      /\b(handles?|user ?names?|screen ?name|benutzername|nutzername|accounts?|usuario|pseudo\w*|nome utente|utente|channel info|channel id|insta name|profile name|profilname|nick ?name|login|user|uid)\b|^(creator|influencer) (handle|account|user)$/,
    not: /\b(type|age|created|status|manager|country|user id)\b/,
  },
  {
    target: 'displayName',
    match:
      /^((creator|influencer|talent|full|display|contact|artist|person|channel|profile|real|complete|client|kunstler|voller|vollstandiger) ?)?names?$|^(channel|creator) title$|^(creator|influencer|influenceur|talent|person|kunstler|contact|nombre( completo)?|nome( completo)?|nom( complet)?|nom et prenom|artist|youtuber|tiktoker|creador|criador)$/,
  },
];
