// Words of a credit that are neither person nor organisation. Each row carries a sample that is its test.

import type { Designation } from '../../story.ts';

/** Announce a credit and go, with or without a colon. Longest first when matched. */
export const announcing: readonly string[] = (
  'photo credit should read|picture credit should read|image credit should read|credit should read|credit must read|x-ray|optical|infrared|radio|composite|science|image processing|processing|acknowledgment|acknowledgement|cover photo|lead photo|main image|main photo|header image|featured image|thumbnail|still|stills|contains modified|satellite images|satellite image|satellite imagery|satellite picture|satellite photo|mandatory photo credit|mandatory credit line|mandatory credits|mandatory credit|please credit|must credit|credit must read|credit to|credits to|credit line|credits|credit|' +
  'photo credits|photo credit|picture credits|picture credit|image credits|image credit|photograph credit|photos credit|video credit|pic credit|photo source|image source|picture source|source|' +
  'photographs by|photograph by|photography by|photographed by|photos by|photo by|pictures by|picture by|images by|image by|pics by|pic by|shot by|taken by|pictured by|captured by|filmed by|image courtesy|photo taken by|video by|illustration by|graphic by|drawing by|artwork by|stock photo by|stock image by|stock photo|stock image|photo of|photographs from|photo from|photos from|image from|images from|picture from|pictures from|' +
  'photographs|photograph|photography|photographer|photographers|photos|photo|pictures|picture|images|image|pics|pic|by|copyright by|' +
  'fotograf von|fotografin|fotografen|fotograf|fotografie|fotos von|foto von|fotos|foto|bild von|bilder von|bilder|bild|bildnachweis|bildnachweise|bildrechte|bildquelle|bildquellen|bildautor|bildcredit|fotocredit|fotonachweis|quelle|quellen|aufnahme|titelbild|titelfoto|' +
  'crédits photographiques|crédits photos|crédits photo|crédit photos|crédit photo|crédits|crédit|credit photo|photo de|photos de|photographie de|photographie|photographies|photographe|photographes|photos par|photo par|cliché|clichés|image de|source photo|source image|fotografía de|fotografía|fotografías|foto de|fotos de|foto cortesía|crédito de foto|crédito da foto|créditos|crédito|imagen de|imagen|imágenes|imagem|imagens|foto por|fotos por|fotografía por|fotografías por|imagen por|fotógrafo|fotógrafa|fotógrafos|fuente|fonte|créditos de la imagen|crédito de la imagen|autor|autora|' +
  "fotografia di|fotografia de|fotografia|foto di|crediti|credito|credits foto|immagine|immagini|beeld|fotografie door|foto door|foto av|foto af|fotografi|fotó|kép|felvétel|foto's|foto’s|fotograaf|bron|kuvat|kuvaaja|kuvaajat|kuva|valokuva|valokuvat|valokuvaaja|lähde|billede|billeder|kilde|ljósmynd|ljósmyndir|ljósm|mynd|myndir|zdjęcie|zdj|źródło|zdjęcia|fot|foto autor|zdroj|snímek|fotografija|izvor|poza|sursa foto|sursa|fotoğraf|foto muhabiri|fotoğraflar|görsel|kaynak|nuotrauka|nuotr|foto autors|fotod|forrás|fénykép|fotka|fotky|snímky|slika|slike|fotografii|ảnh|hình ảnh|nguồn|nguồn ảnh|foto oleh|gambar|sumber|" +
  'фотография|фотографии|фотограф|фото автора|фото|снимок|светлина|снимка|снимки|слика|источник|джерело|φωτογραφία|φωτογραφίες|φωτο|写真提供|写真撮影|写真|画像提供|画像|撮影|提供|照片|图片来源|圖片來源|图片|圖片|图源|来源|摄影|攝影|图|사진 제공|사진제공|사진 출처|사진|출처|ภาพ|ภาพโดย|फोटो|तस्वीर|عکس|عکاس|تصویر|تصوير|الصورة|صورة|صور|المصدر|צילום|צילומים|תמונה|תמונות|קרדיט'
)
  .split('|')
  .sort((a, b) => b.length - a.length);

export type DesignationRow = { readonly designation: Designation; readonly words: string };

/** As a token of its own, in front of a colon or "photo", or behind a slash. */
export const designationRows: readonly DesignationRow[] = [
  {
    designation: 'handout',
    words:
      'handout|hand out|hand-out|ho|h.o|handout photo|handout image|handout picture|handouts|handout via|media handout|government handout|police handout|family handout|via handout|hogp|hons|handout photograph|handout pic|press handout',
  },
  {
    designation: 'courtesy',
    words:
      'courtesy|courtesy photo|courtesy of|courtesy image|courtesy picture|photo courtesy|image courtesy|picture courtesy|photos courtesy|images courtesy|photo courtesy of|photos courtesy of|image courtesy of|images courtesy of|picture courtesy of|pictures courtesy of|video courtesy of|courtesy photo of|by courtesy of|with the courtesy of|foto cortesía|cortesía|cortesía de|courtoisie|avec l’aimable autorisation de|mit freundlicher genehmigung|mit freundlicher genehmigung von|per gentile concessione|per gentile concessione di|cortesia|gentile concessione',
  },
  {
    designation: 'pool',
    words:
      'pool|pool photo|pool picture|pool image|pool photo by|pool via|press pool|media pool|the pool|rota|royal rota|white house pool|pool photograph',
  },
  {
    designation: 'file',
    words:
      'file|files|file photo|file image|file picture|file pic|file photograph|library|library image|library photo|library picture|library pic|library photograph|on file|file footage|photo file',
  },
  {
    designation: 'archive',
    words:
      'archive|archives|archive photo|archive image|archive picture|archivbild|archivfoto|archiv|archivo|foto de archivo|foto archivo|archivio|foto d’archivio|archief|archieffoto|archiefbeeld|archivaufnahme|fotoarchiv|arkivfoto|arkivbild|arkiv|arkistokuva|archives photo|photo d’archives|photo d’archive|imagen de archivo|imagem de arquivo|arquivo|zdjęcie archiwalne|archiwum|arkiivikuva|foto arkiv|arşiv|arşiv fotoğraf|arhiva|arhivă|archívum|архив|архів|архивное фото|архивне фото|資料写真|資料',
  },
  {
    designation: 'stringer',
    words: 'stringer|str|stringers|xxstringerxx|xxstringerxx xxxxx|stringer photo|freelance stringer',
  },
  {
    designation: 'staff',
    words:
      'staff|staff photo|staff photo by|staff photographer|staff picture|staff photographers|staff photos by|staff image|stf|staff writer and photographer',
  },
  {
    designation: 'contributor',
    words: 'contributor|contributors|contributed|contributed photo|contributor photo|contributing photographer|contr',
  },
  {
    designation: 'screengrab',
    words:
      'screengrab|screen grab|screenshot|screen shot|screen-grab|screen capture|screencap|video grab|videograb|video still|video screengrab|video screenshot|still from video|still image from video|still frame|frame grab|framegrab|grab|captura de pantalla|captura|capture d’écran|capture d’image|bildschirmfoto|schermafbeelding|skärmdump|skjermdump|skærmbillede|kuvakaappaus|screenshot aus video|zrzut ekranu|fermo immagine|frame video|скриншот|кадр из видео|snimka zaslona|screengrab from video|image from video|ekran görüntüsü',
  },
  {
    designation: 'supplied',
    words:
      'supplied|submitted|submitted photo|submitted image|supplied photo|supplied image|supplied picture|supplied by|supplied via|supplied photograph|photo supplied|image supplied|picture supplied|photo submitted|ugc|reader photo|reader’s photo|readers’ photo|reader picture|user generated content|user-generated content|family photo|family picture|family album|privat|private|privatfoto|leserfoto|leserreporter|facebook photo|supplied pic|zvg|z.v.g|zur verfügung gestellt|suministrada|suministrado',
  },
  {
    designation: 'illustration',
    words:
      'illustration|illustrations|graphic|graphics|drawing|drawings|artwork|artist impression|artist’s impression|artist rendering|rendering|cartoon|sketch|court sketch|infographic|infographics|grafik|graphik|infografik|zeichnung|infographie|dessin|ilustración|gráfico|illustrazione|grafica|illustratie|illustrasjon|symbolbild|symbolfoto|photo illustration|composite|photomontage|montage',
  },
];

/** Say nothing. */
export const noInformation: ReadonlySet<string> = new Set(
  '|-|--|–|—|/|.|n/a|na|n.a.|n.a|none|no credit|no byline|unknown|unknown photographer|photographer unknown|uncredited|not credited|no information|anonymous|anon|tbc|tba|tbd|xxx|xx|x x|null|undefined|nil|unbekannt|inconnu|desconocido|sconosciuto|okänd|ukjent|ukendt|tuntematon|nieznany|неизвестен|不明|no source|no name|0|()|?|various|multiple|mixed sources|grafikk|video mangler|grafikk mangler|bilde mangler|foto mangler|rough cut only|no reporter narration|image missing|photo missing|bild fehlt'.split(
    '|',
  ),
);

/** At least one of these stands in every usage note below: a cheap look before the dear one. */
export const usageWords =
  /only|right|droits|derechos|rechte|diritti|direitos|\bno (?:sales?|archives?|resales?|commercial|third|use)|\bnot for\b|permission|released|own work|eigenes|travail|trabajo|opera|self|mandatory|credit (?:is|required)|\bfree for\b|honorarfrei|\bfrei\b|third party|licen[cs]e|\bOGL\b|\bGFDL\b|\bout\b/i;

/** Terms of use and remarks that stay in the given words only. Matched anywhere. */
export const usageNotes: readonly RegExp[] = [
  /\b(?:strictly )?(?:for )?editorial use only\b[.!]?/giu,
  /\ball rights reserved\b\.?|\btous droits réservés\b\.?|\btodos los derechos reservados\b\.?|\balle rechte vorbehalten\b\.?|\btutti i diritti riservati\b\.?|\btodos os direitos reservados\b\.?/giu,
  /\bno (?:sales|archives?|resales?|commercial use|third[- ]party sales|use (?:in|without)[^.;,/]*)\b\.?/giu,
  /\bnot for (?:sale|commercial use|resale)\b\.?/giu,
  /\bused (?:with|by) permission\b\.?|\bwith permission\b/giu,
  /(?:^|[\s,;/(.-])(?:released|own work|eigenes werk|travail personnel|trabajo propio|opera propria|self[- ]made)(?=$|[\s,;/).])/giu,
  /\b(?:mandatory credit|credit (?:is )?mandatory|credit required)\b(?!\s*[:;]?\s*\S)/giu,
  /\bfree for (?:editorial|press) use\b/giu,
  /\b(?:one time|single) use only\b/giu,
  /\b(?:open government licen[cs]e|OGL|GFDL|GNU free documentation licen[cs]e|(?:pixabay|unsplash|pexels) licen[cs]e)(?:\s*v?\d(?:\.\d)?)?(?![\p{L}])/giu,
  // "Japan OUT", "UK AND IRELAND OUT": where it may not be shown.
  /(?<=^|[/,;()|]\s*)(?:\p{L}[\p{L}.'’-]*,?\s+){1,6}OUT(?=\s*(?:$|[/,;().|]))/gu,
  /\bhonorarfrei\b|\bfrei zur (?:redaktionellen )?verwendung\b/giu,
  /\bthis image (?:has been|was) (?:supplied|provided) by a third party\b\.?/giu,
];

/** Military ranks and rates, removed from before a name where a service stands beside it or the rank is unmistakable. */
export const ranks: readonly string[] = (
  'mass communication specialist|mass comm. specialist|mass communications specialist|mc|petty officer|chief petty officer|senior chief|master chief|chief mass communication specialist|chief warrant officer|warrant officer|' +
  'staff sergeant|staff sgt.|staff sgt|technical sergeant|tech sergeant|tech. sgt.|tech. sgt|tech sgt.|tech sgt|master sergeant|master sgt.|master sgt|senior master sergeant|senior master sgt.|chief master sgt.|chief master sergeant|sergeant major|sgt. maj.|sgt. major|sergeant first class|sgt. 1st class|sgt. first class|sgt 1st class|gunnery sergeant|gunnery sgt.|gunnery sgt|first sergeant|1st sgt.|sergeant|sgt.|sgt|' +
  'senior airman|airman 1st class|airman first class|airman basic|airman|amn|sra|lance corporal|lance cpl.|lance cpl|corporal|cpl.|cpl|private first class|private 1st class|pfc.|pfc|pvt.|pvt|private|specialist|spc.|spc|spec.|seaman|seaman apprentice|fireman|' +
  'second lieutenant|2nd lt.|2nd lt|first lieutenant|1st lt.|1st lt|lieutenant commander|lt. cmdr.|lt. cmdr|lieutenant colonel|lt. col.|lt. col|lt col|lieutenant junior grade|lt. j.g.|lt. jg|lieutenant|lt.|lt|captain|capt.|capt|major|maj.|maj|colonel|col.|col|commander|cmdr.|cmdr|admiral|adm.|rear adm.|vice adm.|general|gen.|brig. gen.|maj. gen.|lt. gen.|ensign|ens.|' +
  'leading aircraftman|leading seaman|able seaman|able rate|po(phot)|po phot|lphot|la(phot)|as1|as2|corporal|flight lieutenant|flt lt|squadron leader|sqn ldr|wing commander|wo1|wo2|cpo|po|ssgt|ssgt.|tsgt|tsgt.|msgt|msgt.|sfc|ssg|msg|cwo|petty officer photographer|obergefreiter|hauptmann|sergent-chef|adjudant|caporal'
)
  .split('|')
  .sort((a, b) => b.length - a.length);

/** What may follow a rank before the name: `2nd Class`, `(SW)`. */
export const rankTail =
  /^(?:(?:1st|2nd|3rd|first|second|third)\s+class|seaman apprentice|seaman|[1-3](?:\/c|c)?|\((?:[A-Z]{2,4}\/?)+\))\s+/i;
