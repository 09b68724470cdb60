// Names that may stand before a colon at the top of a plain text story, and the field of the Draft each fills.

/** `note` lines go to the editors, `desk` lines with their name, too; `correction` is a note and a signal at once. */
export type HeaderField =
  | 'headline'
  | 'kicker'
  | 'slugline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'keywords'
  | 'subject'
  | 'embargo'
  | 'status'
  | 'signal'
  | 'language'
  | 'version'
  | 'guid'
  | 'created'
  | 'versionCreated'
  | 'expires'
  | 'copyright'
  | 'usage'
  | 'urgency'
  | 'correction'
  | 'note'
  | 'place'
  | 'provider'
  | 'take'
  | 'replaces'
  | 'desk'
  | 'picture'
  | 'caption'
  | 'credit'
  | 'genre'
  | 'related';

const names: Readonly<Record<HeaderField, string>> = {
  headline:
    'headline|title|story title|article title|head|hed|heading|titel|überschrift|schlagzeile|titre|título|titular|titolo|rubrik|overskrift|otsikko|tytuł|заголовок|başlık|見出し',
  kicker:
    'kicker|section|category|desk|ressort|rubrique|sección|seccion|sezione|seção|avdeling|osasto|dział|рубрика|kategori|kategorie|catégorie|categoría|categoria',
  slugline: 'slug|slugline|slug line|catchline|story|stichwort|mot-clé titre',
  standfirst:
    'standfirst|strapline|strap|summary|subtitle|subhead|subheadline|deck|dek|teaser|abstract|untertitel|vorspann|chapô|chapo|chapeau|bajada|entradilla|sommario|occhiello|ingress|ingressi|résumé|resumen',
  byline:
    'byline|by|from|correspondent|words by|copy by|story by|written by|text by|author|authors|by line|author name|writer|reporter|autor|autorin|autoren|auteur|autore|forfatter|författare|författare|kirjoittaja|автор|yazar|記者|verfasser',
  dateline: 'dateline|datelines|ortsmarke',
  keywords:
    'keywords|keyword|tags|tag|key words|schlagwörter|schlagworte|mots-clés|mots clés|palabras clave|parole chiave|palavras-chave|nyckelord|avainsanat|słowa kluczowe|ключевые слова|anahtar kelimeler',
  subject: 'subject|subjects|topic|topics|thema|sujet|tema|argomento|ämne|aihe|temat',
  genre: 'genre|type|story type|textsorte',
  embargo:
    "embargo|embargoed|embargoed until|embargo until|embargoed till|not for publication before|release time|sperrfrist|sperrfrist bis|hold for release|hold until|embargo jusqu'au|embargo hasta",
  status: 'status|state|pub status|publication status|estado|statut|stato|tila',
  signal: 'signal|alert',
  language: 'language|lang|sprache|langue|idioma|lingua|språk|kieli|język|язык|dil',
  version: 'version|revision|ausgabe|fassung|versión|versione',
  guid: 'guid|id|uri|urn|uid|story id|item id|doc id|document id|identifier',
  created:
    'date|published|publish date|date published|publication date|created|pubdate|pub date|first published|datum|erstellt|fecha|data|dato|päivämäärä|дата|tarih|issued|data publikacji|veröffentlicht|veröffentlicht am|publicado|pubblicato|publié|publié le|publisert|publicerad|gepubliceerd',
  versionCreated:
    'updated|modified|last updated|last modified|version created|aktualisiert|geändert|mis à jour|actualizado|aggiornato|uppdaterad|oppdatert|päivitetty',
  expires: 'expires|expiry|expiry date|expires at|valid until',
  copyright: 'copyright|copyright notice|copyright holder|©',
  usage: 'usage|usage terms|rights|restrictions|terms|terms of use|nutzung|derechos|droits|licence|license',
  urgency: 'urgency|priority|priorität|dringlichkeit|urgence|urgencia',
  correction:
    'correction|corrects|corrected|corr|berichtigung|korrektur|corrección|rectificatif|rättelse|rettelse|korjaus|correzione|correção',
  note: "note|notes|note to editors|notes to editors|editor's note|editors' note|editors note|ed note|edit note|ednote|eds|editors|attention editors|achtung|redaktioneller hinweis|hinweis|note aux rédactions|nota a los editores|nota del editor|contact|contacts|press contact",
  desk: 'pix|to|cc|attn|email|e-mail|phone|tel|telephone|mobile|word count|wordcount',
  place: 'location|place|city|ort|lieu|lugar|luogo|plats|sted|paikka|miejsce|место|yer',
  provider:
    'provider|source|agency|organisation|organization|quelle|fuente|fonte|källa|kilde|lähde|źródło|источник|kaynak',
  take: 'take|take key|lead|part',
  replaces: 'replaces|supersedes|predecessor|ersetzt|remplace|reemplaza',
  related: 'related|see also',
  picture:
    'image|picture|photo|photos|pictures|images|image file|picture file|photo file|bild|foto|file|attachment|featured image',
  caption:
    'caption|photo caption|pic caption|picture caption|image caption|cutline|bildunterschrift|bildtext|légende|pie de foto|didascalia|kuvateksti',
  credit:
    'credit|photo credit|picture credit|image credit|credits|photographer|fotograf|bildnachweis|crédit|crédito|kuva|foto credit',
};

export const headerFields: ReadonlyMap<string, HeaderField> = new Map(
  (Object.entries(names) as readonly (readonly [HeaderField, string])[]).flatMap(([field, list]) =>
    list.split('|').map((name) => [name, field] as const),
  ),
);
