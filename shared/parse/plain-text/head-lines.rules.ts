// Words before a date that stands on a line of its own above the text, and what a bare date looks like.

/** "Published:", "Last updated on", "Veröffentlicht am", "Publié le". */
export const dateWords =
  /^(?:first |last |originally )?(?:published|posted|issued|released|date|updated|modified|last update|update|veröffentlicht|erschienen|stand|aktualisiert|zuletzt aktualisiert|datum|publié|mis à jour|modifié|publicado|actualizado|última actualización|atualizado|pubblicato|aggiornato|ultimo aggiornamento|gepubliceerd|bijgewerkt|laatste update|publicerad|uppdaterad|publisert|oppdatert|publiceret|offentliggjort|opdateret|julkaistu|päivitetty|opublikowano|aktualizacja|publikacja|yayınlanma(?: tarihi)?|güncelleme(?: tarihi)?|опубликовано|обновлено)\s*(?:[:：]|(?:\bon\b|\bat\b|\bam\b|\bvom\b|\ble\b|\bel\b|\bem\b|\bil\b|\bden\b|\bdnia\b)\s?[:：]?)?\s*(?=\S)/iu;

export const updateWords =
  /updat|modif|aktualis|mis à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|päivit|aktualiz|güncel|обновл|^stand\b/iu;

const month =
  '(?:jan|feb|fév|f\\u00e9v|mar|mär|maa|maj|mai|may|mei|apr|avr|abr|jun|juin|jui|jul|lug|giu|gen|ene|ago|aug|aoû|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic|des|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\\p{L}{0,9}\\.?';
const weekday =
  '(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|seg|ter|qua|qui|sex|man|tir|ons|tor|lør|søn|mån|tis|lör|sön)\\p{L}{0,9}\\.?,?\\s+)?';
const day = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}|${weekday}\\d{1,2}(?:st|nd|rd|th|\\.|º)?\\s+(?:de\\s+|of\\s+)?${month},?(?:\\s+(?:de\\s+)?\\d{4})?|${weekday}${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日)`;
const clock =
  '\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:uhr|hrs|h))?(?:\\s?\\(?[A-Z]{1,5}(?:[+-]\\d{1,4})?\\)?)?|\\d{4}\\s?(?:GMT|UTC|hrs|BST|CET|EST|EDT)|\\d{1,2}\\s?[ap]\\.?m\\.?(?:\\s?[A-Z]{2,4})?';
const between = '[\\s,;–—-]*(?:at|um|à|a las|alle|às|kl\\.?|o|saat|в|t)?[\\s,]*';

/** A day, with or without a clock before or behind it, and nothing else. */
export const dateLine = new RegExp(
  `^(?:(?:${clock})[\\s,;–—-]*(?:on\\s+)?)?${day}(?:${between}(?:${clock}))?\\.?$`,
  'iu',
);
