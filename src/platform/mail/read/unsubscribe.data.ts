const list = '(?:mailing[- ]?list|list|e-?mail(?:s|ing)?|newsletter|database|contacts|distribution|records|system)';

/** Sentences that ask to be written to no more. */
export const unsubscribeSentence = new RegExp(
  `(?<![\\p{L}])(?:${[
    'unsubscribe (?:me|us)', '(?:please|pls|kindly|me) unsubscribe', `remove (?:me|us|my (?:e-?mail|address|name|details)(?: address)?)(?: (?:from|off)(?: \\p{L}+){0,3} ${list}|[.!\\s]*$| please)`, `take me off(?: \\p{L}+){0,3} ${list}`, 'stop (?:e-?mailing|contacting|messaging|spamming|writing to) (?:me|us)', 'stop (?:e-?mailing|spamming)', 'stop sending (?:me |us )?(?:these |any |more |your |such )*(?:e-?mails?|mails?|messages|newsletters?|spam)', "(?:do not|don['’]?t|never) (?:e-?mail|contact|write(?: to)?|message) (?:me|us)(?: again| any ?more| further|[.!\\s]*$)", 'opt(?:ing)?[- ]?(?:me )?out(?: of| from)? (?:all |any |these |your |future |further )*(?:e-?mails?|mails?|messages|communications?|newsletters?)', 'no (?:more|further) (?:e-?mails?|mails|messages|newsletters?) please',
    '(?:newsletter|mails?|e-?mails?) (?:bitte )?(?:abbestellen|abmelden)', 'aus (?:dem|ihrem|eurem|der|ihrer|eurer) (?:verteiler|liste|mailingliste)', 'keine (?:weiteren |mehr )?(?:e-?mails?|nachrichten|newsletter)(?: mehr)? (?:senden|schicken|erhalten)',
    '(?:me|nous) (?:désinscrire|désabonner)', 'désinscri(?:vez|s)[- ]moi', 'désabonne[rz][- ]moi', 'me retirer de (?:la|votre|cette|vos) (?:liste|newsletter|base|listes)', 'ne plus recevoir (?:vos|de|ces) (?:e-?mails?|mails?|messages|courriels)',
    '(?:dar|dame|darme|dadme|denme|deme|darse) de baja', 'd[ée]nme de baja', 'cancelar (?:la |mi )?suscripción', 'no (?:me )?(?:envíen|envíe|envíes|manden|mandes) más (?:correos|e-?mails?|mensajes)', '(?:me |quero (?:me )?)descadastr(?:ar|e|em)(?:-me)?', 'cancelar (?:a )?(?:minha )?(?:inscrição|subscrição|assinatura)', 'remov(?:er|am|a) (?:o )?meu (?:e-?mail|contato|contacto)',
    'disiscriv(?:imi|etemi|ermi)', 'cancella(?:mi|temi|rmi)', 'cancella(?:re|zione) (?:la mia |dalla |della )?(?:iscrizione|newsletter|mailing list)',
    'schrijf me uit', '(?:graag |wil me |mij |me )(?:uitschrijven|afmelden)(?: voor (?:de |deze |jullie )?(?:nieuwsbrief|mails?))?', '(?:vill |vänligen )?avregistrera mig', 'avprenumerera', 'avsluta (?:min )?prenumeration', '(?:afmeld|meld) (?:meg|mig)(?: (?:av|fra))?', 'peru(?:uttakaa|ta) tilau(?:s|kseni)', 'wypisz(?:cie)? mnie', 'proszę o wypisanie', 'usuń(?:cie)? mnie z (?:listy|bazy)', 'odhla(?:ste|š) mě', 'odhlásit (?:z )?odběru?', 'leiratkoz(?:om|ás|nék)', 'abonelikten çık\\p{L}*', 'listeden çık\\p{L}*', 'отпишите (?:меня|нас)', 'отписаться (?:от|хочу)', 'хочу отписаться', 'удалите (?:меня|мой адрес) из (?:рассылки|базы|списка)', 'відпишіть мене', 'dezabona(?:re|ți-mă|ti-ma)',
  ].join('|')})(?![\\p{L}])|配信(?:の|を)?停止|購読(?:の|を)?解除|登録(?:の|を)?解除|退订|取消订阅|退訂|取消訂閱|수신 ?거부|구독 ?(?:취소|해지)`,
  'iu',
); // prettier-ignore

/** Words that ask it where they stand alone. */
export const unsubscribeWord =
  /^[\s"'*]*(?:please |pls |bitte |merci de |por favor |graag )?(?:unsubscribe|unsub|opt[- ]?out|remove(?: me)?|stop|abmelden|abbestellen|austragen|désinscription|désinscrire|désabonnement|désabonner|me désinscrire(?: svp)?|baja|desuscribir(?:me)?|cancelar suscripción|descadastrar|cancellami|disiscrizione|disiscrivimi|uitschrijven|afmelden|avregistrera|avprenumerera|afmeld|avmeld|meld av|rezygnuję|wypisz|odhlásit|leiratkozás|отписка|отписаться|отпишите)(?: please| bitte| svp| por favor| aub| alstublieft)?[\s.!"'*]*$/iu;
