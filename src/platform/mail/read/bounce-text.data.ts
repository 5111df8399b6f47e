/** Who reports: the local part of the sender, or its name. */
export const reporterAddress =
  /^(?:mailer[-_.]?daemon|post[-_.]?master|mail[-_.]?admin(?:istrator)?|mdaemon|mail-?delivery|mailerdaemon|mail[-_.]?system|microsoftexchange[0-9a-f]*|bounces?|autobounce|complaints|no-?reply-?bounce)(?:\+.*)?(?:@|$)/i;
export const reporterName =
  /mail(?:er)? ?(?:delivery|deliver|daemon|administrator)|(?:delivery|mail) (?:sub)?system|postmaster|mailer-daemon|microsoft outlook|internet mail delivery/i;

/** Subjects of delivery reports in the languages servers write. */
export const reportSubject = new RegExp(
  [
    'undeliver(?:ed|able)', 'non-?deliver', 'delivery (?:status|failure|failed|problem|report|notification|delayed|has (?:failed|been delayed)|error|incomplete)',
    'deliver(?:y|ed) (?:to|of) .{0,40}(?:failed|delayed)', 'mail ?(?:delivery|system) (?:failed|failure|error|problem)', 'failure notice', 'failure delivery', 'returned (?:mail|to sender|message)',
    'could ?n[o\']t (?:be )?(?:deliver|send|sent)', 'message (?:delivery )?(?:has )?(?:failed|not delivered|delayed|undeliverable|status - )', 'mail could not be delivered', 'unable to deliver',
    'warning: (?:could not send|message .{0,40}delayed|message still)', 'message status', 'mail failure', 'mail error', 'error (?:sending )?(?:your |the )?(?:e-?mail|message)', 'delivery of .{0,60} failed', 'bounced? (?:mail|message)', 'delayed mail', 'not delivered', 'email address not found', 'nondeliverable', 'mail not delivered', 'user unknown', 'mail rejected', 'rejected (?:mail|message)',
    'unzustellbar', 'nicht (?:zugestellt|zustellbar)', 'zustellung.{0,20}(?:fehlgeschlagen|verzögert)', 'mailzustellung', 'non (?:remis|distribu|délivr)', 'échec (?:de|d’|d\')', "n'a pas (?:pu )?être (?:remis|distribu|envoy)", 'notification d.état de remise', 'impossible de remettre',
    'no se (?:pudo|ha podido) entregar', 'no entregado', 'entrega .{0,20}(?:fallida|fallado)', 'error de entrega', 'notificación de estado de la entrega', 'não (?:entregue|foi entregue)', 'falha (?:na|de) entrega', 'notificação .{0,20}entrega', 'mancat[oa] (?:recapito|consegna)', 'non (?:recapitabile|consegnat)', 'impossibile recapitare',
    'onbestelbaar', 'niet (?:bezorgd|afgeleverd)', 'bezorging.{0,20}mislukt', 'nie(?:dostarcz|doręcz)', 'nie można dostarczyć', 'kunne ikke leveres', 'kunde inte levereras', 'olevereras', 'toimitta.{0,20}epäonnistu', 'nedoručiteln', 'kézbesíthetetlen', 'teslim edilemedi',
    'не ?доставлен', 'недоставлен', 'сообщение не', 'ошибка доставки', 'не вдалося', 'メール.{0,12}(?:エラー|送信できません|届)', '配信(?:エラー|不能|できません)', '送信エラー', '未送達', '退信', '无法(?:投递|送达)', '投递失败', '系统退信', '退件', '배달 ?(?:실패|불가)', '전송 ?실패', '반송',
  ].join('|'),
  'iu',
); // prettier-ignore

/** Sentences that only a delivery report says. */
export const reportPhrase = new RegExp(
  [
    'this (?:message|report|is an) (?:was |automatic|automatically|relates).{0,60}(?:mail delivery software|generated delivery|created automatically|to a message you sent)', 'this is (?:the|a) .{0,40}(?:mail(?:er)? (?:system|daemon|delivery|agent)|mail agent|qmail-send|postfix program|mailer-daemon)',
    '(?:could not|couldn.t|cannot|can.t|wasn.t able to|was not able to|unable to|not) be? ?(?:deliver|delivered|sent)\\b', "wasn'?t able to deliver", 'unable to deliver', 'undeliverable to', 'failed permanently', 'delivery (?:has )?failed', 'permanent (?:fatal )?error', 'did not reach the following', 'had (?:permanent|transient|delivery)',
    'following (?:address|recipient)(?:es|s)?(?:\\(e?s\\))?.{0,40}(?:fail|reject|did not|could not|not receive)', 'transcript of session', 'unknown user:', 'error delivering your mail', 'has been delayed', 'is delayed for', 'an error (?:has )?occurred while (?:trying|attempting) to deliver', 'error message below', 'failure reasons', 'delivery to the following', "message wasn'?t delivered", 'message not delivered', 'message you sent', 'group you tried to contact', 'automatically rejected', 'trouble delivering', 'was not delivered', 'had delivery (?:problems|errors)', 'problem with the e-?mail address', 'server message', 'undelivered', '送信できませんでした', '配信できません', 'доставлено', 'google groups',
  ].join('|'),
  'iu',
); // prettier-ignore

/** Only a warning: the server goes on trying. */
export const delayPhrase =
  /\b(?:has been|is|was|message|been) delayed\b|warning message only|will be retried|will (?:continue|keep) (?:to try|trying)|only a temporary failure|do not need to resend|not yet been delivered|still trying|delivery status notification \(delay\)|: warning\b|will be attempted|retry for/i;

/** Where a report ends and the message it is about begins. */
export const originalMarks: RegExp[] = [
  /^[- ]{2,}.{0,20}(?:copy of|original message|returned message|returned headers|undelivered message|message (?:header|follows)|below this line|enclosed is|header of the original|included is|forwarded message|unsent message|message text|body of (?:the )?message)/i,
  /^[ \t]*(?:original message follows|message headers? follow|below is a copy of the original|included is a copy of|original message headers|the (?:first|following) .{0,30}(?:original|undelivered) message|--- original message|message header:|the original message (?:headers|follows)|mail body follows|your original message|---\s*undelivered message|header of the original message|\*{3,}.{0,20}original message)/i,
  /^-{5,} ?(?:original|returned|forwarded|undelivered)/i,
];

/** Lines in which reports name a recipient; the first group is the address. */
export const recipientLines: RegExp[] = [
  /^[ \t]*[<"'](\S+@[^\s<>"']+)[>"'][ \t]*:?/,
  /^[ \t]*(\S+@[^\s<>,;:()[\]"']+)[ \t]*$/,
  /^[ \t]*(\S+@[^\s<>,;:()[\]"']+)[ \t]*:[ \t]/,
  /^[ \t]*(\S+@[^\s<>,;:()[\]"']+) (?:on (?:mon|tue|wed|thu|fri|sat|sun)\b|\[[^\]]{1,200}\]|\(.{1,80}\)[ \t]*$|\.\.\.)/i,
  /^[ \t]*(?:unknown user|undeliverable to|recipient(?: address)?|rcpt to|final recipient|user|addressed to|failed recipient|address|invalid address|e-?mail(?: address)?|受信者|宛先)[ \t]*:?[ \t]+[<"']?(\S+@[^\s<>,;:()[\]"']+)/i,
  /(?:delivering your (?:mail|message)|(?:un)?able to deliver (?:the |your )?(?:mail |message )?|could(?: not|n't) be delivered|delivery|message|failed|wasn't delivered|sent) to:? ?<?(\S+@[^\s<>,;:()[\]"']+)/i,
  /^[ \t]*>>>[ \t]+(?:rcpt to:)?[ \t]*<?([^\s<>]+@[^\s<>,;:()[\]"']+)/i,
  /^[ \t]*RCPT TO:[ \t]*<?([^\s<>]+@[^\s<>,;:()[\]"']+)/i,
  /^[ \t]*(?:Sent|Received)?[ \t]*<{3}[ \t]*RCPT TO:[ \t]*<?([^\s<>]+@[^\s<>,;:()[\]"']+)/i,
  /rejected (?:the )?recipient:? <?([^\s<>]+@[^\s<>,;:()[\]"']+)/i,
  /^[ \t]*[45]\d\d[ -].{0,80}?<([^\s<>]+@[^\s<>]+)>/,
];
