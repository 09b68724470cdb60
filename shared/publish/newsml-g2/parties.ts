// Who made a story, who helped, and through whose hands it came, as NewsML-G2 names parties.

import type { Byline, BylinePerson, Picture, Story } from '../../story.ts';
import { oneLine } from '../clean-text.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';
import type { OwnScheme } from './item.ts';
import { ownCode } from './item.ts';

/** Authors and signing organisations as creators, then everyone with another part as contributors. */
export function writeSigners(byline: Byline | undefined): readonly (Xml | undefined)[] {
  if (!byline) return [];
  const authors = byline.people.filter(({ role }) => role === undefined);
  const others = byline.people.filter(({ role }) => role !== undefined);
  return [
    ...authors.map((person) => writePerson('creator', person, 'cpprole:author')),
    ...byline.organisations.map((name) => writeOrganisation('creator', name, 'cpprole:author')),
    ...others.map((person) => writePerson('contributor', person, roleCode(person.role!))),
  ];
}

/** The vocabularies of our own that these signers need. */
export function ownSchemesOf(byline: Byline | undefined): readonly OwnScheme[] {
  const people = (byline?.people ?? []).filter(({ name }) => oneLine(name));
  const hasTitle = people.some(({ title }) => oneLine(title ?? ''));
  const hasRole = people.some(({ role }) => role !== undefined && roleCode(role)?.startsWith('partyrole:'));
  return [...(hasTitle ? ['jobtitle' as const] : []), ...(hasRole ? ['partyrole' as const] : [])];
}

export function writeTextSources({ dateline, provider }: Story): readonly (Xml | undefined)[] {
  const source = oneLine(dateline?.source ?? '');
  return [
    source === oneLine(provider) ? undefined : writeOrganisation('infoSource', source, 'cpprole:contentSource'),
    writeOrganisation('infoSource', provider, 'cpprole:distributor'),
  ];
}

export function writePhotographers({ credit }: Picture): readonly (Xml | undefined)[] {
  return (credit?.people ?? []).map((name) => writePerson('creator', { name }, 'cpprole:author'));
}

/** Organisations stand from origin to last supplier: the last one supplied the picture. */
export function writePictureSources({ credit }: Picture): readonly (Xml | undefined)[] {
  const organisations = credit?.organisations ?? [];
  return organisations.map((name, place) =>
    writeOrganisation(
      'infoSource',
      name,
      place === organisations.length - 1 ? 'cpprole:imgSupplier' : 'cpprole:contentSource',
    ),
  );
}

function writePerson(
  element_: 'creator' | 'contributor',
  person: BylinePerson,
  role: string | undefined,
): Xml | undefined {
  const name = oneLine(person.name);
  if (!name) return undefined;
  const title = oneLine(person.title ?? '');
  return element(element_, { type: 'cpnat:person', role, jobtitle: ownCode('jobtitle', title) }, [
    textElement('name', name),
    textElement('definition', title),
    writeDetails(person),
  ]);
}

function writeOrganisation(element_: 'creator' | 'infoSource', organisation: string, role: string): Xml | undefined {
  const name = oneLine(organisation);
  return name ? element(element_, { type: 'cpnat:organisation', role }, [textElement('name', name)]) : undefined;
}

function writeDetails({ organisation = '', contact = '' }: BylinePerson): Xml | undefined {
  const house = oneLine(organisation);
  const reach = oneLine(contact);
  const parts = [
    house ? element('affiliation', {}, [textElement('name', house)]) : undefined,
    reach
      ? element('contactInfo', {}, [textElement(/^[^@\s]+@[^@\s]+$/.test(reach) ? 'email' : 'note', reach)])
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? element('personDetails', {}, parts) : undefined;
}

/** IPTC's content production roles where they have one, else a code of our own. */
function roleCode(role: string): string | undefined {
  return contributorRoles.get(oneLine(role).toLowerCase()) ?? ownCode('partyrole', role);
}

const contributorRoles: ReadonlyMap<string, string> = new Map([
  ['additional reporting', 'cpprole:correspondent'],
  ['camera', 'cpprole:cameraOperator'],
  ['editor', 'cpprole:editor'],
  ['fact checking', 'cpprole:factChecker'],
  ['photographer', 'cpprole:cameraOperator'],
  ['producer', 'cpprole:producer'],
  ['reporting', 'cpprole:correspondent'],
  ['video', 'cpprole:cameraOperator'],
  ['writing', 'cpprole:author'],
]);
