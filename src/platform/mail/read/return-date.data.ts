/** Names of months, each as the beginnings that tell it apart; every language in one list, as texts do not say theirs. */
export const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'janeiro', 'gennaio', 'gen', 'januari', 'tammikuuta', 'tammikuu', 'stycznia', 'styczeń', 'ledna', 'leden', 'január', 'januára', 'ocak', 'января', 'січня', 'ianuarie', 'siječnja', 'ιανουαρίου', 'януари'],
  ['february', 'feb', 'februar', 'février', 'févr', 'fevrier', 'febrero', 'fevereiro', 'fev', 'febbraio', 'februari', 'helmikuuta', 'helmikuu', 'lutego', 'luty', 'února', 'únor', 'február', 'şubat', 'февраля', 'лютого', 'februarie', 'veljače', 'φεβρουαρίου', 'февруари'],
  ['march', 'mar', 'märz', 'mrz', 'mars', 'marzo', 'março', 'marco', 'maart', 'mrt', 'maaliskuuta', 'maaliskuu', 'marca', 'marzec', 'března', 'březen', 'március', 'marts', 'mart', 'марта', 'березня', 'martie', 'ožujka', 'μαρτίου', 'март'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'huhtikuuta', 'huhtikuu', 'kwietnia', 'kwiecień', 'dubna', 'duben', 'április', 'nisan', 'апреля', 'квітня', 'aprilie', 'travnja', 'απριλίου', 'април'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mag', 'mei', 'maj', 'toukokuuta', 'toukokuu', 'maja', 'května', 'květen', 'május', 'mayıs', 'мая', 'травня', 'svibnja', 'μαΐου', 'май'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno', 'giu', 'kesäkuuta', 'kesäkuu', 'czerwca', 'czerwiec', 'června', 'červen', 'június', 'haziran', 'июня', 'червня', 'iunie', 'lipnja', 'ιουνίου', 'юни'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'julho', 'luglio', 'lug', 'heinäkuuta', 'heinäkuu', 'lipca', 'lipiec', 'července', 'červenec', 'július', 'temmuz', 'июля', 'липня', 'iulie', 'srpnja', 'ιουλίου', 'юли'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusti', 'elokuuta', 'elokuu', 'sierpnia', 'sierpień', 'srpna', 'srpen', 'augusztus', 'ağustos', 'августа', 'серпня', 'kolovoza', 'αυγούστου', 'август'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setembro', 'set', 'settembre', 'syyskuuta', 'syyskuu', 'września', 'wrzesień', 'září', 'szeptember', 'eylül', 'сентября', 'вересня', 'septembrie', 'rujna', 'σεπτεμβρίου', 'септември'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'out', 'ottobre', 'ott', 'lokakuuta', 'lokakuu', 'października', 'październik', 'října', 'říjen', 'október', 'ekim', 'октября', 'жовтня', 'octombrie', 'listopada', 'οκτωβρίου', 'октомври'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'marraskuuta', 'marraskuu', 'listopad', 'listopadu', 'kasım', 'ноября', 'листопада', 'noiembrie', 'studenoga', 'νοεμβρίου', 'ноември'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'decembre', 'diciembre', 'dic', 'dezembro', 'dicembre', 'joulukuuta', 'joulukuu', 'grudnia', 'grudzień', 'prosince', 'prosinec', 'aralık', 'декабря', 'грудня', 'decembrie', 'prosinca', 'δεκεμβρίου', 'декември', 'desember'],
]; // prettier-ignore

/** Sunday first. */
export const weekdayNames: readonly (readonly string[])[] = [
  ['sunday', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'söndag', 'søndag', 'sunnuntai', 'niedziel', 'neděl', 'vasárnap', 'pazar günü', 'воскресен', 'неділ', '日曜', '星期日', '星期天', '周日', '일요일'],
  ['monday', 'montag', 'lundi', 'lunes', 'segunda-feira', 'segunda', 'lunedì', 'maandag', 'måndag', 'mandag', 'maanantai', 'poniedział', 'ponděl', 'hétfő', 'pazartesi', 'понедельник', 'понеділ', '月曜', '星期一', '周一', '월요일'],
  ['tuesday', 'dienstag', 'mardi', 'martes', 'terça-feira', 'terça', 'martedì', 'dinsdag', 'tisdag', 'tirsdag', 'tiistai', 'wtorek', 'úterý', 'kedd', 'salı', 'вторник', 'вівтор', '火曜', '星期二', '周二', '화요일'],
  ['wednesday', 'mittwoch', 'mercredi', 'miércoles', 'quarta-feira', 'quarta', 'mercoledì', 'woensdag', 'onsdag', 'keskiviik', 'środ', 'střed', 'szerda', 'çarşamba', 'сред', 'серед', '水曜', '星期三', '周三', '수요일'],
  ['thursday', 'donnerstag', 'jeudi', 'jueves', 'quinta-feira', 'quinta', 'giovedì', 'donderdag', 'torsdag', 'torstai', 'czwart', 'čtvrt', 'csütörtök', 'perşembe', 'четверг', 'четвер', '木曜', '星期四', '周四', '목요일'],
  ['friday', 'freitag', 'vendredi', 'viernes', 'sexta-feira', 'sexta', 'venerdì', 'vrijdag', 'fredag', 'perjantai', 'piąt', 'pátek', 'péntek', 'cuma günü', 'пятниц', "п'ятниц", '金曜', '星期五', '周五', '금요일'],
  ['saturday', 'samstag', 'sonnabend', 'samedi', 'sábado', 'sabato', 'zaterdag', 'lördag', 'lørdag', 'lauantai', 'sobot', 'szombat', 'cumartesi', 'суббот', 'субот', '土曜', '星期六', '周六', '토요일'],
]; // prettier-ignore

/** Before the day somebody is there again. */
export const backCue =
  /\b(?:return(?:ing|s)?|back|be available|available again|reachable again|resume|in the office (?:again|from)|wieder (?:im|da|für|erreichbar|zurück|in)|zurück|erreichbar ab|ab dem|de retour|retour|reviendrai|serai (?:de retour|à nouveau)|à partir du|vuel(?:vo|ta)|volver[eé]|regres(?:o|ar[eé]|amos)|reincorpor\w+|a partir del?|volt(?:o|arei|aremos)|retorn(?:o|arei)|regresso|de volta|rientr(?:o|er[oò])|torn(?:o|er[oò])|di ritorno|sar[oò] (?:di nuovo|nuovamente)|a partire dal|terug|weer (?:aanwezig|bereikbaar|op kantoor)|vanaf|tillbaka|åter|tilbage|tilbake|igjen|igen|takaisin|palaan|paluu|töissä|wrac(?:am|am do)|wróc[eę]|powr(?:ót|acam)|ponownie|zpět|vrátím|budu (?:zpět|opět)|visszatér\w*|dönece\w*|döne(?:rim|ceğim)|revin|mă întorc|vraćam)|(?:верн(?:усь|ёмся)|возвращ\w*|снова (?:буду|на)|выйду|буду (?:на|доступ)|поверн\w*|επιστρέφω|επιστροφή)/giu;
/** Before the last day away. */
export const untilCue =
  /\b(?:until|till|til|thru|through|untill|up to|to|bis(?: zum| einschlie(?:ß|ss)lich)?|jusqu'?(?:au|à|’au)?|au|hasta(?: el)?|al|até(?: (?:o|ao|dia))?|a|ao|fino (?:al|a)|sino al|tot(?: en met)?|t\/m|t\.o\.m\.?|till och med|till|til og med|indtil|t\.o\.m|frem til|asti|saakka|do(?: dnia)?|-ig|kadar|până (?:la|pe)|do)(?![\p{L}])|(?:до|по|έως|μέχρι)(?![\p{L}])|–|—/giu;
/** Behind the date, in the languages that put it there. */
export const backAfter =
  /^[^\n。]{0,14}?(?:から(?:出社|出勤|復帰)|に(?:戻|復帰|出社|出勤)|より(?:復帰|出社)|恢复|返回|回(?:来|办公室|到)|復帰|에 (?:복귀|돌아)|부터 (?:근무|업무)|döne|itibar|tér(?:ek|ünk) vissza|palaan)/u;
export const untilAfter =
  /^[^\n。]{0,10}?(?:まで|止|为止|之前|까지|'?(?:e|a|ye|ya) kadar|asti|saakka|-?ig\b|-?én vissza)/u;
/** The day named is itself a day away. */
export const inclusiveCue =
  /(?:through|thru|inclusive|einschlie(?:ß|ss)lich|inclus(?:ive)?|compris|inclusive|incluid[oa]|inclusive|tot en met|t\/m|t\.o\.m|till och med|til og med|включительно|включно|włącznie)/iu;
export const tomorrow =
  /\b(?:tomorrow|morgen|demain|mañana|amanhã|domani|imorgon|i morgen|jutro|zítra|holnap|yarın)\b|завтра|明日|明天|내일/iu;
