// Months by their first three letters, in the languages teleprinter wires date themselves in: "Okt" → "10".

const names = [
  'jan jän ene gen',
  'feb fév feb',
  'mar mär mrz',
  'apr avr abr',
  'may mai mag mei maj',
  'jun giu',
  'jul lug',
  'aug aoû ago',
  'sep set',
  'oct okt ott out',
  'nov',
  'dec dez déc dic',
];

export const monthNumbers: ReadonlyMap<string, string> = new Map(
  names.flatMap((list, index) => list.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')] as const)),
);
