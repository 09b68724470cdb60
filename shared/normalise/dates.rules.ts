// Names of months and time zones as wires write them.

const months = [
  'january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari tammikuuta stycznia января янв ocak ledna січня siječnja ianuarie يناير',
  'february feb februar feber février févr fév fevrier febrero febbraio fevereiro fev februari helmikuuta lutego февраля фев şubat února лютого veljače februarie فبراير',
  'march mar märz maerz mrz mars marzo março marco maart maaliskuuta marca марта мар mart března березня ožujka martie مارس',
  'april apr avril avr abril abr aprile huhtikuuta kwietnia апреля апр nisan dubna квітня travnja aprilie أبريل',
  'may mai mayo maggio mag maio mei maj toukokuuta maja мая mayıs května травня svibnja май مايو',
  'june jun juni juin junio giugno giu junho kesäkuuta czerwca июня июн haziran června червня lipnja iunie يونيو',
  'july jul juli juillet juil julio luglio lug julho heinäkuuta lipca июля июл temmuz července липня srpnja iulie يوليو',
  'august aug août aout agosto ago augustus augusti elokuuta sierpnia августа авг ağustos srpna серпня kolovoza أغسطس',
  'september sep sept septembre septiembre settembre set setembro syyskuuta września сентября сен eylül září вересня rujna septembrie سبتمبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta października октября окт ekim října жовтня octombrie أكتوبر',
  'november nov novembre noviembre novembro marraskuuta listopada ноября ноя kasım listopadu листопада studenoga noiembrie نوفمبر',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des joulukuuta grudnia декабря дек aralık prosince грудня prosinca decembrie ديسمبر',
];

/** From the name in lower case, without a stop, to 1–12. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Offsets in minutes east of UTC. Letters that mean several zones (IST, CST) stand for the one newswires use most. */
export const zoneOffsets: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['bst', 60],
  ['west', 60],
  ['cet', 60],
  ['mez', 60],
  ['cest', 120],
  ['mesz', 120],
  ['eet', 120],
  ['sast', 120],
  ['cat', 120],
  ['eest', 180],
  ['msk', 180],
  ['eat', 180],
  ['trt', 180],
  ['gst', 240],
  ['pkt', 300],
  ['ist', 330],
  ['npt', 345],
  ['ict', 420],
  ['wib', 420],
  ['hkt', 480],
  ['sgt', 480],
  ['pht', 480],
  ['awst', 480],
  ['jst', 540],
  ['kst', 540],
  ['acst', 570],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
  ['art', -180],
  ['brt', -180],
  ['ast', -240],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
  ['akst', -540],
  ['hst', -600],
]);

/** Names for the clock of a place, whatever the season. */
export const zoneNames: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['uk time', 'Europe/London'],
  ['london time', 'Europe/London'],
  ['eastern time', 'America/New_York'],
  ['pacific time', 'America/Los_Angeles'],
  ['new york time', 'America/New_York'],
  ['paris time', 'Europe/Paris'],
  ['berlin time', 'Europe/Berlin'],
  ['tokyo time', 'Asia/Tokyo'],
]);

/** Words between the parts of a date that say nothing of their own. */
export const dateNoise: ReadonlySet<string> = new Set(
  (
    "at on the of um uhr à a h de del den der le el il la am im kl klo klokken klockan o'clock hrs hours hr until till to bis local time ortszeit heure hora ora ore alle às las les om o w godz saat r г в dnia dia st nd rd th dem " +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica seg ter qua qui sex sáb sab dom zaterdag zondag maandag dinsdag woensdag donderdag vrijdag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag segunda terça quarta quinta sexta sábado feira poniedziałek wtorek środa czwartek piątek sobota niedziela'
  ).split(' '),
);
