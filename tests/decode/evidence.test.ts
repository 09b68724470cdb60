// Bytes that do not say their character set are read as somebody wrote them, in the sets that wires of each language use.

import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import { isRejection } from '../../shared/outcome.ts';

/** The bytes of a text in a single-byte set, by asking the platform what each byte means. */
function encode(text: string, set: string): Uint8Array {
  const decoder = new TextDecoder(set);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  return Uint8Array.from([...text], (character) => bytes.get(character) ?? 63);
}

const texts: readonly (readonly [text: string, sets: readonly string[]])[] = [
  [
    'Überschwemmung in Seeburg: Tausende müssen ihre Häuser verlassen, sagte die Bürgermeisterin.',
    ['windows-1252', 'macintosh'],
  ],
  ['L’été le plus chaud : « c’est inquiétant », selon la météo, à Sète comme à Besançon.', ['windows-1252']],
  [
    'Powódź w Kłodzku: ewakuowano trzysta osób. Strażacy pracują całą noc, mówią świadkowie.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Požár v Brně: hasiči zasahují, škoda je podle mluvčího asi dva miliony, řekl rozhlas.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Urla ilçesinde çıkan orman yangını ekiplerin müdahalesiyle kontrol altına alındı, çok sayıda ağaç yandı.',
    ['windows-1254'],
  ],
  [
    'Наводнение в Зеебурге: после сильных дождей тысячи жителей вынуждены покинуть свои дома.',
    ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
  ],
  [
    'Πλημμύρες στη Θεσσαλονίκη: χιλιάδες άνθρωποι εγκατέλειψαν τα σπίτια τους, δήλωσε ο δήμαρχος.',
    ['windows-1253', 'iso-8859-7'],
  ],
  ['إعصار يقترب من السواحل وقالت السلطات إن آلاف السكان غادروا منازلهم', ['windows-1256']],
  ['סופה מתקרבת לחוף והרשויות אמרו כי אלפי תושבים עזבו את בתיהם', ['windows-1255']],
];

describe('bytes without a word of their character set', () => {
  it.each(texts.flatMap(([text, sets]) => sets.map((set) => [set, text] as const)))(
    'are read as %s: %s',
    (set, text) => {
      const decoded = decode(encode(text, set));
      expect(isRejection(decoded) ? decoded.message : decoded.text).toBe(text);
    },
  );

  it('are read as Latin where only no-break spaces are odd', () => {
    const decoded = decode(
      encode(
        'Four engineers were honoured.\u00A0\u00A0The prize is\u00A0worth a million.\u00A0\u00A0\u00A0It is new.',
        'windows-1252',
      ),
    );
    expect(isRejection(decoded) ? '' : decoded.text).toBe(
      'Four engineers were honoured.\u00A0\u00A0The prize is\u00A0worth a million.\u00A0\u00A0\u00A0It is new.',
    );
  });

  it('are read as Japanese where escapes announce it', () => {
    const decoded = decode(Uint8Array.from([0x1b, 0x24, 0x42, 0x42, 0x66, 0x49, 0x77, 0x1b, 0x28, 0x42, 0x31, 0x34]));
    expect(isRejection(decoded) ? '' : decoded.text).toBe('台風14');
  });

  it('lose a stray zero and keep their words', () => {
    const decoded = decode(new TextEncoder().encode('Ferries between Dover\u0000 and Calais will stop.'));
    expect(isRejection(decoded) ? '' : decoded.text).toBe('Ferries between Dover and Calais will stop.');
  });
});
