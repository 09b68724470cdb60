// "Fwd: [desk-list] RE: Ferries stop" → "Ferries stop", with a note of what went.

import type { Note } from '../../story.ts';

const prefix =
  /^\s*(?:(?:re|fwd?|aw|wg|tr|sv|vs|vb|rv|ref|i|odp|ynt|antw|doorst|enc|pd)\s*(?:\[\d+\])?\s*[:：]|\[[^\]]{1,40}\](?=\s*\S)|(?:(?:press|media|news) release|pressemitteilung|presseinformation|medienmitteilung|communiqué(?: de presse)?|nota de prensa|comunicado(?: de (?:prensa|imprensa))?|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse)\s*[:–|-](?=\s*\S+\s+\S+\s+\S))\s*/i;

/** Takes answers' and forwarders' marks and names of lists off the subject; `undefined` when nothing is left. */
export function tidySubject(given: string, notes: Note[]): string | undefined {
  let subject = given.replace(/\s+/g, ' ').trim();
  while (prefix.test(subject)) subject = subject.replace(prefix, '');
  if (subject !== given.trim() && subject !== '')
    notes.push({
      step: 'parse',
      rule: 'subject',
      before: given,
      after: subject,
      text: 'Marks of forwarding and of mailing lists were taken off the subject.',
    });
  return subject === '' ? undefined : subject;
}
