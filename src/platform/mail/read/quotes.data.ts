const words = (...alternatives: string[]) => alternatives.join('|');

/** "wrote" as mail programs put it above a quotation, in the languages they speak. */
export const wroteVerb = new RegExp(
  words(
    "(?<![\\p{L}])(?:wrote|writes|schrieb(?:en)?|a écrit|a ecrit|escribi[óo]|va escriure|escreveu|ha scritto|scrisse|schreef|geschreven|skrev|skreiv|skrifaði|kirjoitti|pisze|napisał(?:\\(a\\)|a)?|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|írta|yazdı|a scris|(?:je )?napisa[ol](?:\\/la|\\(la\\))?|je pisao|rašė|rakstīja|kirjutas|έγραψε|написал(?:\\(а\\)|а|и)?|пишет|писал(?:а)?|написав(?:\\(ла\\))?|написала|пише|написа|menulis|đã viết|viết|כתב(?:ה|\\/ה)?|كتب(?:ت)?|idatzi du|gurutweak)(?![\\p{L}])",
    '写道|寫道|寫到|写到|さん(?:は|が)?書きました|の(?:メール|メッセージ)|님이 (?:작성|쓴)|작성|เขียน',
  ),
  'iu',
); // prettier-ignore

/** Words that begin such a line. */
export const attributionOpener =
  /^[\s*_-]*(?:On|Am|Den|Le|El|Em|Il(?: giorno)?|Op|På|Pada|W dniu|Dnia|Dne|Dňa|La data|Dana|Στις|Vào|Le|A|Il|Na|Pe|Ai|On|Op|V|В|Вт|От|在|於|于|2\d{3}[年-]|\d)/iu;

/** Above a message passed on or answered, alone on its line between dashes or with a colon. */
export const originalMessage = new RegExp(
  `^[\\s>*_=-]*(?:-{2,}|_{2,}|={2,}|\\*{2,})[\\s>]*(?:${words(
    'original (?:message|appointment|e-?mail|mail)', 'reply message', 'replied message', 'forwarded (?:message|by|mail|letter)(?: .{0,60})?', 'begin forwarded message', 'previous message', 'message (?:d.origine|original|transféré|transmis|initial|de .{0,60})', 'courriel original', "messaggio (?:originale|inoltrato)", 'mensaje (?:original|reenviado)', 'mensagem (?:original|encaminhada)', 'ursprüngliche (?:nachricht|mail|e-mail)', 'original ?nachricht', 'weitergeleitete (?:nachricht|mail)', 'originalmeddelande', 'ursprungligt meddelande', 'vidarebefordrat (?:meddelande|brev)', 'oprindelig meddelelse', 'opprinnelig melding', 'videresendt (?:meddelelse|melding)', 'oorspronkelijk bericht', 'doorgestuurd bericht', 'oorspronkelijke bericht', 'alkuperäinen viesti', 'välitetty viesti', 'oryginalna wiadomość', 'wiadomość (?:oryginalna|przekazana|oryg)', 'původní (?:zpráva|e-mail)', 'přeposlaná zpráva', 'pôvodná správa', 'preposlaná správa', 'eredeti üzenet', 'továbbított (?:üzenet|levél)', 'orijinal (?:mesaj|ileti)', 'özgün (?:ileti|mesaj)', 'iletilen (?:mesaj|ileti)', 'mesaj (?:original|redirecționat)', 'izvorna poruka', 'proslijeđena poruka', 'αρχικό μήνυμα', 'προωθημένο μήνυμα', '(?:исходное|пересылаемое|пересланное|оригинальное) (?:сообщение|письмо)', 'начало переадресованного сообщения', '(?:вихідне|переслане|оригінальне) повідомлення', 'препратено съобщение', '(?:元|転送|オリジナル)(?:の)?メッセージ', '転送メール', '原始邮件', '原始郵件', '轉寄(?:的)?郵件', '转发(?:的)?(?:邮件|信件|消息)', '원본 ?(?:메시지|메일)', '전달된 (?:메시지|메일)', 'הודעה (?:מקורית|שהועברה)', 'الرسالة الأصلية', 'tin nhắn gốc', 'pesan asli',
  )})\\s*:?[\\s>]*(?:-{2,}|_{2,}|={2,}|\\*{2,}).{0,40}$`,
  'iu',
); // prettier-ignore

/** The same without dashes, as Apple Mail and some others write it. */
export const forwardedMessage = new RegExp(
  `^[\\s>*]*(?:${words(
    'begin forwarded message', 'anfang der weitergeleiteten (?:nachricht|e-?mail)', 'début du (?:message réexpédié|message transféré)', 'inicio del mensaje reenviado', 'inizio messaggio inoltrato', 'início da mensagem (?:reencaminhada|encaminhada)', 'begin doorgestuurd bericht', 'vidarebefordrat brev', 'start på videresendt (?:besked|melding|e-post)', 'videresendt (?:besked|melding)', 'välitetty viesti alkaa', 'rozpoczęcie przekazanej wiadomości', 'začátek přeposílané zprávy', 'továbbított levél kezdete', 'iletilmiş mesajın başlangıcı', 'начало переадресованного сообщения', 'початок листа, що пересилається', '転送されたメッセージ', '開始轉寄郵件', '开始转发的邮件', '下面是被转发的邮件', '전달된 메시지',
  )})\\s*[:：]?\\s*$`,
  'iu',
); // prettier-ignore

/** Words of the headers mail programs copy into the text, by which header they stand for. */
export const headerLabels: Record<'from' | 'date' | 'to' | 'cc' | 'subject' | 'reply', string> = {
  from: words('From', 'Von', 'De', 'Da', 'Van', 'Från', 'Fra', 'Lähettäjä', 'Od', 'Nadawca', 'Odesílatel', 'Feladó', 'Kimden', 'Gönderen', 'De la', 'Από', 'От(?: кого)?', 'Від', 'Expéditeur', 'Remitente', 'Mittente', 'Remetente', 'Absender', 'Afzender', 'Avsändare', 'Afsender', 'Avsender', '差出人', '送信者', '发件人', '發件人', '寄件者', '寄件人', '보낸 ?사람', '보낸사람', 'מאת', 'من', 'Từ', 'Dari'),
  date: words('Sent', 'Date', 'Gesendet(?: am)?', 'Datum', 'Envoyé(?: le)?', 'Enviado(?: el| em)?', 'Inviato', 'Fecha', 'Data', 'Verzonden', 'Skickat', 'Sendt', 'Dato', 'Lähetetty', 'Päiväys', 'Päivämäärä', 'Wysłano', 'Odesláno', 'Odoslané', 'Dátum', 'Elküldve', 'Küldés', 'Küldve', 'Gönderildi', 'Gönderilme tarihi', 'Tarih', 'Trimis', 'Poslano', 'Στάλθηκε', 'Ημερομηνία', 'Отправлено', 'Дата', 'Дата отправки', 'Надіслано', 'Изпратено', '送信日時', '日時', '日付', '发送时间', '發送時間', '寄件日期', '日期', '时间', '時間', '보낸 ?날짜', '날짜', 'נשלח', 'תאריך', 'التاريخ', 'تاريخ الإرسال', 'Ngày', 'Tanggal', 'Created', 'Time'),
  to: words('To', 'An', 'À', 'A', 'Para', 'Per', 'Aan', 'Till', 'Til', 'Vastaanottaja', 'Do', 'Komu', 'Címzett', 'Kime', 'Alıcı', 'Către', 'Za', 'Προς', 'Кому', 'До', 'Destinataire', 'Destinatario', 'Destinatário', 'Empfänger', '宛先', '收件人', '收件者', '받는 ?사람', 'אל', 'إلى', 'Đến', 'Kepada'),
  cc: words('Cc', 'CC', 'Kopie', 'Kopia', 'Kopi', 'Copie(?: à)?', 'Copia', 'Cópia', 'Másolat', 'Копия', 'Копія', 'Bilgi', 'DW', '抄送', '副本', '참조', 'עותק', 'Bcc', 'Importance', 'Attachments?', 'Anlagen?', 'Priority'),
  subject: words('Subject', 'Betreff', 'Objet', 'Asunto', 'Oggetto', 'Assunto', 'Onderwerp', 'Ämne', 'Emne', 'Aihe', 'Temat', 'Předmět', 'Predmet', 'Tárgy', 'Konu', 'Subiect', 'Θέμα', 'Тема', 'Относно', '件名', '主题', '主旨', '主題', '标题', '제목', 'נושא', 'الموضوع', 'Chủ đề', 'Tiêu đề', 'Subjek', 'Perihal', 'Sujet'),
  reply: words('Reply-To', 'Reply to', 'Antwort an', 'Répondre à', 'Responder a', 'Rispondi a', 'Organization', 'Sender', 'Message-ID'),
}; // prettier-ignore

/** "Write above this line" of help desks. */
export const replyAbove =
  /^[\s>#*=_-]*(?:please )?(?:(?:type|write|enter)(?: your)? )?repl(?:y|ies) (?:above|before) (?:this|the) line|^[\s>#*=-]*(?:bitte )?(?:antworten sie oberhalb|antwort bitte über) dieser linie|^[\s>#*=-]*répondre au-dessus de cette ligne|^[\s>#*=-]*(?:responde por encima|escriba su respuesta por encima) de esta línea|^-{2,}\s*in-?reply above this line/iu;

/** What phones and apps write below every message. */
export const sentFrom = new RegExp(
  `^[\\s*_>(\\[]*(?:${words(
    'sent (?:from|via|with|by|using)(?: \\S+){1,7}', 'sent on the (?:go|move)', 'get (?:outlook|yahoo mail|aquamail|bluemail) for \\S+.{0,60}', 'download .{0,40} for (?:ios|android).{0,40}', '(?:gesendet|geschickt|verschickt|gesandt)(?: \\S+){1,7}', 'von meinem .{1,40} gesendet', 'diese nachricht wurde von meinem .{1,80} gesendet', 'holen sie sich outlook .{0,40}', 'envoy[ée] (?:de|depuis|à partir|avec|via|par)(?: \\S+){1,6}', 'télécharge[rz] outlook .{0,40}', 'obtene[rz] outlook .{0,40}', 'enviado (?:desde|do|da|de|a partir|via|com)(?: \\S+){1,6}', 'obtener outlook .{0,40}', 'obter o outlook .{0,40}', 'inviato d(?:a|al|all\'|alla|al mio)(?: \\S+){1,6}', 'scarica outlook .{0,40}', 'ottieni outlook .{0,40}', '(?:verstuurd|verzonden|gestuurd) (?:vanaf|vanuit|met|via|van)(?: \\S+){1,6}', 'outlook voor \\S+ downloaden', 'skickat från(?: \\S+){1,5}', 'sendt fra(?: \\S+){1,5}', 'sendt via(?: \\S+){1,5}', 'lähetetty(?: \\S+){1,5}', 'wysłan[eoy] z(?: \\S+){1,5}', 'odesl[aá]no z(?: \\S+){1,5}', 'odoslané z(?: \\S+){1,5}', 'küldve(?: \\S+){1,5}', '\\S{2,30}(?:[ıiuü]mdan|[ıiuü]mden|dan|den|tan|ten) gönderildi', 'trimis de pe(?: \\S+){1,5}', 'poslano (?:s|sa|iz)(?: \\S+){1,5}', 'στάλθηκε από(?: \\S+){1,5}', 'отправлено (?:с|из|через|от)(?: \\S+){1,6}', 'надіслано (?:з|із|через)(?: \\S+){1,5}', '(?:私の)?\\S{1,30}から送信(?:されました)?', '发自我的.{1,30}', '發自我的.{1,30}', '从我的.{1,20}发送', '從我的.{1,20}傳送', '(?:나의 )?\\S{1,30}에서 보냄', 'נשלח מ.{1,40}', 'أُ?رسلت? من .{1,40}', 'gửi từ .{1,40}', 'dikirim dari .{1,40}',
  )})\\.?[\\s*_)\\]]*$`,
  'iu',
); // prettier-ignore

/** What `sentFrom` names, so that "Sent from my desk, which is easier" is no device. */
export const deviceWords =
  /iphone|ipad|ipod|android|blackberry|galaxy|samsung|mobil|phone|tablet|huawei|xiaomi|nokia|windows|outlook|yahoo|gmail|mail|aol|sparrow|mailbox|app\b|handheld|verizon|wireless|droid|htc|motorola|smartphone|handy|телефон|смартфон|cellulare|téléphone|móvil|celular|telefon|k-9|airmail|spark|superhuman|proton|hey|device|appareil|gerät|go$|move$|pixel(?!s)|oneplus|smart|t-?mobile|at&t|orange|vodafone|три|from my \w+$/iu;
