import type { FailureReason } from './mail-kind';

/**
 * What refusing servers say, by what they mean. The first that is found counts, so the telling ones stand before the
 * vague. Matched against lower-case text of one line without addresses, URLs and codes.
 */
export const failurePhrases: { reason: FailureReason; phrase: RegExp }[] = [
  { reason: 'unknown_domain', phrase: /account or domain may not exist/ },
  { reason: 'network', phrase: /host not found, try again|name service error.{0,80}try again|temporary (?:lookup|dns|name)/ },
  { reason: 'too_many', phrase: /sent to too many recipients|too many (?:recipients|messages|mails|connections|sessions|errors from)|rate.?limit|exceeded the (?:maximum|hourly|daily) .{0,40}(?:messages|recipients|rate)|throttl|unusual rate|connection (?:rate|limit|frequency)|receiving mail (?:too quickly|at a rate)|frequency limited|sending (?:limit|quota)|concurren|at too high a rate/ },
  { reason: 'too_large', phrase: /(?:message|mail|e-?mail|data|content|header|attachment)s?(?: file)? (?:size|length|is too|too|was too|exceeds?)\b.{0,60}(?:large|big|long|exceed|limit|maximum)|(?:too (?:large|big)|exceeds?) .{0,40}(?:message size|size limit|maximum size|fixed limit|limit set by)|(?:size|line) limit exceeded|max(?:imum)? (?:message|mail) size|message too (?:large|big)|nachricht zu gro(?:ß|ss)|message trop (?:volumineux|gros)|line too long|size exceeds/ },
  { reason: 'mailbox_full', phrase: /mail ?box (?:is |was |currently |over)?(?:full|quota|size)|mailbox .{0,60}(?:is full|over ?quota|exceed)|over (?:the |its |their |disk |mail ?box |storage |maximum )*(?:quota|allotted)|overquota|(?:quota|storage|disk) ?(?:has |is |was |limit )*(?:been )?(?:exceeded|full|reached|violation)|(?:exceed|exceeded|exceeds|exceeding)\b.{0,40}(?:quota|storage|mailbox|disk|allocated)|(?:insufficient|not enough|no|out of) (?:disk |storage |mailbox |mail )?(?:space|storage|quota)|inbox (?:is )?full|(?:account|user|recipient) (?:is |has )?(?:full|over ?quota|exceeded)|full mailbox|mailfolder is full|does not have enough (?:disk |storage )?(?:space|quota)|out of storage|storage space|quota full|boîte .{0,40}pleine|bo[iî]te aux lettres pleine|buzón .{0,30}(?:lleno|lleno)|casilla llena|postfach .{0,40}voll|casella .{0,30}piena|caixa .{0,30}cheia|ящик .{0,40}переполнен|переполнен|メールボックス.{0,12}(?:一杯|いっぱい|容量)|容量.{0,8}超/ },
  { reason: 'refuses_mail', phrase: /null mx|(?:host|domain|server|system).{0,60}(?:does(?: not|n't)|do not|don't|not) (?:accept|receive|accepting)(?: any)?(?: e-?)? ?(?:e-?mail|mail|messages?)|does not accept mail|nullmx|host does not accept|smtp service not offered|no mail service here|not accepting mail from|not accept any mail/ },
  { reason: 'authentication', phrase: /\bdmarc\b|\bdkim\b(?!-signature)|\bspf\b|unauthenticated (?:e?mail|sender)|sender policy framework|not pass authentication|authentication (?:checks?|information|policy)|is not authenticated|email lacks authentication|does not pass .{0,20}verification/ },
  { reason: 'relaying', phrase: /relay(?:ing)?(?: access)? (?:denied|not|prohibited|operation rejected)|(?:unable|not permitted|not allowed|not configured|cannot|refus\w+|attempt) to relay|does not relay|(?:no|not|open|we don't) relay|relaying|not relay(?:ing)?|insecure mail relay|email address is not verified|rcpthosts|sorry, that domain isn't in my list|authentication (?:is )?required (?:for|to) relay|smtp relay/ },
  { reason: 'virus', phrase: /virus|malware|trojan|phishing|infected|mcspamsignature/ },
  { reason: 'spam', phrase: /\bspam(?!haus|cop)|junk ?mail|unsolicited|bulk (?:e-?mail|mail)|blacklisted url|uribl|surbl|spammy|content .{0,30}(?:rejected|filter)|looks like (?:spam|uce)|high probability of|classified as/ },
  { reason: 'blocked', phrase: /black ?-?list|block ?-?list|blocklisted|\bbanned\b|spamhaus|spamcop|barracuda|sorbs|\b(?:dns|r)bl\b|proofpoint|client host rejected|may not be mail exchanger|(?:ip|client|host|server|connection|sender|network|message)s?\b.{0,50}\bblocked|\bblocked\b.{0,40}(?:see|using|by|for|due|-)|reverse (?:dns|lookup)|\bptr\b|rdns|reputation|weren't sent|part of their network is on|smtp server of your isp|dynamic (?:ip|address)|dial-?up|connections? (?:not accepted|refused from)|bad (?:ip|sender ip)|access denied.{0,40}(?:ip|sending)|your (?:ip|host|server|network|email server)\b.{0,60}(?:rejected|denied|refused|not allowed|block|listed)|email blocked|mail from .{0,40}(?:ip|host).{0,40}(?:refused|rejected)|helo.{0,40}(?:reject|invalid|fake)|\(bl\)|temporarily deferred|invalid ip|ip for sending|(?<!not )listed (?:at|in|on|by)|we do not accept mail from|you are not allowed to connect/ },
  { reason: 'sender_rejected', phrase: /sender (?:address|domain|e-?mail|not|was|is|verif|den|rejected|unknown|cannot|\w+ rejected)|domain of sender|sender'?s? (?:address|domain)|mail from .{0,60}(?:rejected|not|denied|does not)|after mail from|invalid sender|unverified sender|\bfrom\b.{0,30}not allowed|not allowed to (?:send|post)|no permission to send|you do not have permission|sender rejected|rejected sender|backscatter|group you tried to contact|le groupe que vous|група, з якою|only .{0,40}(?:can|may) (?:send|post)|restricted to/ },
  { reason: 'disabled', phrase: /(?:account|mail ?box|user(?:\(s\) account)?|recipient|address|e?mail)\b[^.;]{0,60}\b(?:is |are |has been |temporarily |currently |was )*(?:disabled|suspended|locked|frozen|inactive|expired|terminated|deactivated|closed|discontinued|not active|unavailable due|on hold)|disabled (?:recipient|mailbox|account|user)|inactive (?:user|account|mail|address)|suspended|account that you tried to reach is (?:disabled|inactive)|invalid\/inactive user|vacation|frozen|no longer (?:in use|active|used|available)|on (?:leave|parental)|not currently accepting|currently not accepting/ },
  { reason: 'moved', phrase: /has been replaced by|no longer on (?:this )?server|not our customer|has moved|user has (?:left|moved)|(?:address|user|recipient) (?:has )?(?:been )?changed|new (?:e-?mail )?address (?:is|:)|please (?:update|use) .{0,30}(?:new )?address/ },
  { reason: 'unknown_domain', phrase: /\b(?:host|domain)(?:\/domain)?(?: name)?s?\b[^.;]{0,50}?(?:is |was )?(?:unknown|not (?:be )?(?:found|known|resolve|exist)|nonexist\w*|non-existent|not recognized)|(?:unknown|illegal|bad|invalid|no such|nonexistent|unrouteable|unroutable|non-?existent)[^.;]{0,12}\b(?:host|(?:mail )?domain)\b|nxdomain|couldn'?t find any host|could not find (?:any )?(?:host|domain)|unrouteable/ },
  { reason: 'unknown_address', phrase: /(?:user|recipient|account|mail ?box|address|alias|name|customer|person|local ?part|mail drop|inbox)(?:s|\(s\)|\b)[^.;]{0,70}?\b(?:is |was |are )?(?:unknown|not (?:be )?(?:found|known|exist|listed|recognized|valid|a valid|available here|in|match)|does ?n[o']t exist|doesnt? exist|do not exist|did not exist|nonexist\w*|non-existent|invalid|unavailable|undeliverable|no longer exists|no such|not our|could not be found|isn't|doesn't (?:exist|have)|can't be found|cannot be found)|(?:unknown|invalid|no such|bad|illegal|non-?existent|nonexistent|not a valid|no valid|undefined|unrecognized|unavailable)[^.;]{0,30}\b(?:user|recipient|account|mail ?box|address|alias|local|name|person|destination|customer|rcpt|mail drop|addressee)|no (?:mail ?box|account|one|user|recipient|such (?:user|person|mailbox|recipient|address|account))\b.{0,40}|recipnotfound|recipientnotfound|not a known user|user not known|not (?:known|found) (?:here|at this)|there is no one|mailbox does not exist|unroutable address|can'?t (?:find|verify) (?:user|recipient|mailbox)|(?:does|do) not have an? .{0,30}account|doesn't have an? .{0,30}account|this user doesn't|delivery to this address|destinataire (?:inconnu|invalide)|adresse .{0,30}invalide|usuario (?:desconocido|no existe)|utente sconosciuto|unbekannt(?:er)? (?:empf|benutzer)|empfänger .{0,30}(?:unbekannt|nicht gefunden)|пользовател\w+ не|не существует|ユーザ.{0,8}(?:存在|見つか)|メールアドレスが見つか|ディレクトリのリストにありません|宛先.{0,12}見つか|has no mailbox|no matches to nameserver|not listed in (?:the |domino|public|name)|here by that name|nobody|unknown local part|unknown user|user unknown|unknown recipient|000c05a6/ },
  { reason: 'unknown_domain', phrase: /(?:host|domain)(?: name)?s?\b[^.;]{0,50}?(?:is |was )?(?:unknown|not (?:be )?(?:found|known|resolve|exist)|does(?: not|n't) exist|nonexist\w*|non-existent|not recognized|invalid)|(?:unknown|illegal|bad|invalid|no such|nonexistent|unrouteable|unroutable|non-?existent)[^.;]{0,20}\b(?:host|domain|mail domain|address)|nxdomain|couldn'?t find any host|could not find (?:any )?(?:host|domain)|name or service not known|(?:account or )?domain may not exist|no (?:mx|a|such|dns|usable mx) (?:record|host|domain|entr)|unrouteable|host\/domain|lookup .{0,40}failed|name server.{0,30}(?:not found|no data)|does not exist/ },
  { reason: 'policy', phrase: /polic(?:y|ies)|not allowed|prohibited|security|denied by|administrative|prohibition|not authorized|delivery not authorized|header error|rfc ?(?:822|2822|5322)|rejected for|message rejected|transaction failed: duplicate|not permitted|tls|encryption/ },
  { reason: 'expired', phrase: /expired|time-?out|timed out|too long|giving up|retry|not responding|retried|could not be delivered for|within \d+ (?:days?|hours?)|delayed|unable to deliver in|last \d+ seconds|did not accept our requests/ },
  { reason: 'network', phrase: /network|connection|connect to|unreachable|refused|no route|socket|dns|routing|name service|lookup|unable to establish|loop|too many hops|hop count/ },
  { reason: 'system', phrase: /system|service|resource|internal|mailer error|local error|configuration|ldap|server error|i\/o|temporary|disk|unavailable|transaction failed/ },
]; // prettier-ignore

/** What an enhanced status code (RFC 3463) says where the words say nothing. */
export const statusReasons: Record<string, FailureReason> = {
  '1.0': 'unknown_address',
  '1.1': 'unknown_address',
  '1.2': 'unknown_domain',
  '1.3': 'unknown_address',
  '1.6': 'moved',
  '1.7': 'sender_rejected',
  '1.8': 'sender_rejected',
  '1.10': 'refuses_mail',
  '2.0': 'filtered',
  '2.1': 'disabled',
  '2.2': 'mailbox_full',
  '2.3': 'too_large',
  '3.2': 'system',
  '3.4': 'too_large',
  '4.1': 'network',
  '4.4': 'unknown_domain',
  '4.6': 'network',
  '4.7': 'expired',
  '7.1': 'policy',
  '7.7': 'policy',
  '7.13': 'disabled',
  '7.26': 'authentication',
};
