// Words of a byline that are no name: who did what, in the languages we meet; titles; words that name nobody.

export type RoleRow = {
  /** Absent for the author. */
  readonly role?: string;
  /** What stands before the names; a colon, "by" or its like may follow where the phrase does not end in one. */
  readonly phrases: string;
};

/** The first matching row counts; longer phrases are tried first. */
export const roleRows: readonly RoleRow[] = [
  {
    phrases:
      'reporting and writing by|written and reported by|text von|geschrieben von|writing and reporting by|reported and written by|written and photographed by|text|agency|agentur|agence|agencia|words by|words|story by|story|text by|written by|reporting by|report by|reported by|reporting|report|reportage|reportage by|a report by|an analysis by|analysis by|commentary by|comment by|opinion by|review by|interview by|interview|propos recueillis par|verfasst von|rédigé par|redactado por|as told to|bericht von|bericht|ein bericht von|berichterstattung|reportage von|analyse von|kommentar von|texte de|texte|récit de|reportage de|enquête de|reportaje de|reportaje|reporte de|reportes de|texto de|texto|por|redacción de|información de|testo di|testo|servizio di|articolo di|reportagem de|reportagem|texto por|tekst van|tekst|teksti|toimittaja|opracował|opracowała|tekst:|текст|автор|авторы|yazan|haber|szöveg|szerző|írta|κείμενο|του|της|redacción|textos|textos de|testi|testi di|textes|textes de|texter|texter av|guion|guión|取材・文|構成・文|構成|聞き手|執筆|文|文字|撰文|作者|撰稿|采写|采访|採訪|文案|通讯员|記者|记者|取材|글|기자|취재|بقلم|كتب|מאת',
  },
  {
    role: 'additional reporting',
    phrases:
      'with additional reporting by|with additional reporting from|additional reporting by|additional reporting from|additional reporting|further reporting by|extra reporting by|with reporting by|with reporting from|with contributions from|with contributions by|with inputs from|with input from|inputs from|input from|with material from|with information from|with reports from|with help from|mit material von|mit material der|mit informationen von|mit informationen der|mit beiträgen von|avec des informations de|avec la contribution de|avec la collaboration de|con aportes de|con la colaboración de|con informazioni|con informazioni di|con informazioni da|con la collaborazione di|com informações da|com informações do|com informações das|com colaboração da|med material från|med material fra|med bidrag från|med bidrag fra|met informatie van|met bijdragen van|при участии|contributions from|contributions by|contribution by|contributing|contributors|contributed by|additional material by|with files from|mitarbeit|unter mitarbeit von|mitarbeit von|avec|con información de|con información adicional de|colaboración de|con aportaciones de|com colaboração de|com informações de|ha collaborato|hanno collaborato|met medewerking van|medewerking',
  },
  { role: 'writing', phrases: 'writing by|writing' },
  {
    role: 'editor',
    phrases:
      'edited and translated by|edited & translated by|edited and compiled by|editing by|edited by|edit by|editing|editor|editors|sub-editor|sub editor|subeditor|copy editor|copy-editor|copy editing by|sub-edited by|redaktion|redaktionell bearbeitet von|redigiert von|bearbeitet von|bearbeitung|édité par|édition|édition de|rédaction|relecture|edición de|edición|editado por|editor responsable|redazione|a cura di|a cura della|a cura del|a cura dell’|edição de|edição|editado por|redactie|eindredactie|bewerking|redigering|redigerad av|redigert av|redigeret af|redaktør|redaktör|toimittanut|redakcja|oprac.|opracowanie|redagował|redagowała|редактор|редактура|düzenleyen|editör|szerkesztette|επιμέλεια|編集|編集者|编辑|編輯|责任编辑|責任編輯|责编|責編',
  },
  {
    role: 'translator',
    phrases:
      'translated from (?:the )?[a-z]+ by|translating by|translating|translated by|translation by|translation|translator|übersetzt von|übersetzung|übersetzung von|aus dem [a-zäöü]+ übersetzt von|aus dem [a-zäöü]+ von|traduit par|version française de|version française par|version française|traduction|traduction de|traduit de l’anglais par|traducido por|traducción|traducción de|traduzione di|traduzione|tradotto da|traduzido por|tradução|tradução de|vertaald door|vertaling|översättning|översatt av|oversatt av|oversættelse|oversat af|käännös|suomennos|tłumaczenie|tłum.|перевод|перевела|перевёл|çeviri|çeviren|fordította|μετάφραση|翻訳|訳|번역|翻译|翻譯|编译|編譯',
  },
  {
    role: 'photographer',
    phrases:
      'photographs by|photograph by|photography by|photos by|photo by|pictures by|picture by|images by|images|photos|photo|pictures|photography|photographer|photographs|fotos von|foto von|fotos|foto|bilder|bild|bilder von|photos de|photo de|photographies de|photographies|fotografías de|fotografías|fotografía|fotos de|foto de|foto di|fotografie di|fotografie|foto’s|foto av|foto af|bild av|kuvat|kuva|valokuvat|valokuvaaja|zdjęcia|фото|fotoğraf|fotoğraflar|fotografia|fotografias|φωτογραφία|fotók|fotó|φωτογραφίες|写真|撮影|사진|图|图片|圖|圖片|摄影|攝影|摄|攝|фотограф|світлини|fotograf|fotografo|fotógrafo|fotógrafa|photographe',
  },
  {
    role: 'compiler',
    phrases:
      'compiled by|compiled and edited by|compiled from|curated by|collated by|compiling by|compilation by|compiled|zusammengestellt von|compilé par|recopilado por|compilato da|samenstelling|sammanställt av',
  },
  {
    role: 'graphics',
    phrases:
      'graphics by|graphic by|graphics|graphic|infographics by|infographic by|infographics|infographic|grafik|grafiken|grafik von|infografik|infographie|infographies|gráficos de|gráficos|gráfico|infografía|infografías|infografia|infográficos|grafica|grafiikka|grafika|графика|інфографіка|инфографика|図|圖表|制图|그래픽',
  },
  {
    role: 'video',
    phrases:
      'video by|videos by|videography by|video|videos|vidéo|vidéos|vídeo|vídeos|video von|vidéo de|video di|video de|видео|відео|视频|視頻|動画|영상',
  },
  {
    role: 'camera',
    phrases:
      'camera by|kamera von|kameraman|kameramann|kamerafrau|cameraman|camerawoman|riprese di|caméra de|cámara de|camera|kamera|cámara|cámaras|câmera|câmara|caméra|imagem|imagens|immagini|imágenes|riprese|операторы|оператор|камера|摄像|攝像|촬영',
  },
  {
    role: 'video editing',
    phrases:
      'video editing by|film editing by|schnitt von|montaggio di|montage de|montaje de|schnitt|montage|montaggio|montaje|montaj|montagem|klipp|montaż|leikkaus|монтаж|剪辑|剪輯|편집',
  },
  { role: 'research', phrases: 'research by|research|recherche' },
  {
    role: 'illustration',
    phrases:
      'illustration by|illustrations by|illustrated by|illustration|illustrations|illustrationen|illustrationen von|ilustración|ilustraciones|ilustração|illustrazioni|ilustracje|kuvitus|иллюстрации|插图|插圖|イラスト',
  },
  {
    role: 'production',
    phrases:
      'produced by|production by|producer|produktion|producción|produção|produzione|realización|réalisation|realisation|regie|regia',
  },
  { role: 'data', phrases: 'data by|data analysis by' },
  { role: 'design', phrases: 'design by' },
  { role: 'fact-checking', phrases: 'fact-checking by|fact checking by|fact-checked by' },
];

/** "Words and photos by", "Fotos und Text:" are the author's, in either order. */
const textWords =
  '(?:text|texts|textes|textos|testi|texter|words|story|report|reporting|tekst|texte|texto|testo|teksti|haber|текст)';
const photoWords =
  '(?:photos?|photographs?|photography|pictures?|images?|fotos?|foto’s|bild|bilder|kuvat|fotografie|zdjęcia|fotoğraf|kamera|фото)';
const andWords = '(?:\\s(?:and|und|et|y|e|og|och|ja|en|i|и|та|ve|và)\\s|\\s?[&+/-]\\s?)';
export const textAndPhotos: readonly string[] = [
  `${textWords}${andWords}${photoWords}`,
  `${photoWords}${andWords}${textWords}`,
].flatMap((both) => [
  both,
  `${both} by`,
  `${both} von`,
  `${both} de`,
  `${both} di`,
  `${both} par`,
  `${both} por`,
  `${both} av`,
]);

/** "An exclusive by", "Ein Gastbeitrag von", "Une chronique de": what kind of piece it is, and whose. */
const pieces = [
  '(?:an? )?(?:exclusive|guest )?(?:exclusive|column|editorial|essay|feature|blog|dispatch|profile|preview|live blog) by',
  '(?:das |ein |eine )?(?:gastbeitrag|gastkommentar|kolumne|essay|porträt|glosse|leitartikel|interview|reportage|exklusivbericht) von',
  '(?:das )?interview führten?',
  '(?:un |une )?(?:chronique|tribune|éditorial|édito|billet|entretien|portrait|article|dossier) (?:de|par)',
  '(?:un |una )?(?:columna|crónica|artículo|análisis|entrevista|opinión|nota) (?:de|por)',
  '(?:un |una |un’)?(?:intervista|analisi|editoriale|commento|rubrica|articolo) di',
  '(?:uma? )?(?:coluna|artigo|crônica|análise|entrevista) (?:de|por)',
].join('|');

/** Announce authors at the beginning; no colon needed. */
export const announcing =
  pieces +
  '|escribe|escriben|scrive|schreibt|published by|posted by|uploaded by|submitted by|created by|authored by|penned by|filed by|veröffentlicht von|publié par|publicado por|pubblicato da|gepubliceerd door|opublikowane przez|publisert av|publicerad av|van(?=\\s+onze\\s)|by our own correspondent|автор статьи|автор материала|автор тексту|بقلم|كتب|كتبت|autor textu|autorka textu|autor tekstu|autorka tekstu|by|from our|from|byline|author|authors|autor|autorin|autoren|auteur|autore|autora|autores|reporter|reporters|reported|von|par|por|di|da|door|av|af|od|napsal|napsala|pisze|yazar|от|автор|автора|автори|skrevet av|skriven av|skrevet af|kirjoittanut|écrit par|escrito por|scritto da|geschreven door|napisał|napisała|piše|пише|пишет|muhabir|γράφει|γράφει ο|γράφει η|του|της|írta';

/** Announce authors where a colon follows; without one they are a title, or a name ("Oleh Petrenko"). */
export const announcingWithColon =
  'opinion|analysis|comment|commentary|column|exclusive|meinung|kommentar|analyse|análisis|opinión|hazırlayan|来源|來源|出典|출처|yazı|yazi|source|quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|kaynak|источник|correspondent|correspondents|special correspondent|staff correspondent|journalist|journalists|writer|writers|staff writer|staff reporter|columnist|credit|reporterin|journalistin|korrespondent|korrespondentin|autorka|autoři|autorky|autorzy|autori|autorji|auteurs|autori|forfatter|forfattere|författare|kirjoittaja|journaliste|correspondant|correspondante|corresponsal|periodista|giornalista|corrispondente|jornalista|correspondente|repórter|redactor|redactora|verslaggever|redaktor|dziennikarz|novinar|novinarka|újságíró|корреспондент|журналист|журналіст|кореспондент|мәтін|συντάκτης|penulis|laporan|wartawan|oleh|tác giả|bài|phóng viên|إعداد|تقرير|كتبه|כתב|작성|撰文|作者|文字';

/** Words that stand between names. */
export const conjunctions =
  'and|plus|und|et|y|e|i|og|och|en|ja|sekä|oraz|a|ve|ile|и|та|και|és|și|with|avec|mit|med|met|con|com|&|\\+|と';

/** Small words behind which an organisation follows. */
export const forWords = 'of|for|special to|special for|exclusive to|writing for|reporting for|für|pour|para|voor|för';

/** The same where the list knows what follows: they stand in names and before places as well. */
export const fromWords =
  "from|at|per|vom|von der|von|bei der|bei|de la|de l[’']|de|du|del|dell[’']|della|dalla|di|do|da|van het|van|fra|från|hos";

/** Small words behind which a place follows. */
export const inWords = 'in|à|a|en|aus|em|i|im|reporting from|at|w|we|v|ve|в|din|à la';

/** Places of several words begin so, and names of persons hardly ever. */
export const placeBeginnings: ReadonlySet<string> = new Set(
  'new nueva nuova nova nouvelle neu los las san santa santo são saint sankt st st. hong buenos kuala tel abu addis río rio port porto puerto cape kapstadt phnom ciudad cidade città mexico bad den la el le costa south north east west sri sierra ho ulan bandar'.split(
    ' ',
  ),
);

/** Places of several words that are no name of a person's even without "in" before them. */
export const plainPlaces =
  /^(?:(?:New|Nueva|Nuova|Nova|Los|Las|Hong|Kuala|Buenos|Tel|Addis|Phnom|Port|Puerto|Cape|Ciudad|Sri|Río|Ulan|Bandar|Bad) \p{Lu}\p{L}+|(?:Abu Dhabi|Rio de Janeiro|San (?:Francisco|Salvador|Sebastián|Marino|Remo|Luis|Pedro)|Santo Domingo|Den Haag|The Hague|Ho Chi Minh|El Cairo|La Paz|La Haya|La Habana|Le Caire|La Haye|Il Cairo|L’Aia|Belo Horizonte|Porto Alegre|Salt Lake|Novi Sad)(?: City)?|\p{Lu}\p{L}+ City)$/u;

/** A title ends in one of these, or holds one of them. */
export const titleHeads: ReadonlySet<string> = new Set(
  (
    'editor editors correspondent correspondents writer writers reporter reporters journalist journalists columnist columnists critic critics chief chiefs director producer producers analyst analysts commentator anchor presenter host photographer photojournalist videographer cameraman intern trainee ' +
    'fellow professor lecturer researcher historian economist contributor specialist strategist head manager president chair chairman chairwoman secretary minister ambassador adviser advisor blogger novelist author publisher desk bureau-chief newsreader broadcaster illustrator cartoonist staffer ' +
    'redakteur redakteurin korrespondent korrespondentin korrespondenten reporterin journalistin chefredakteur chefredakteurin ressortleiter volontär volontärin büroleiter leiter leiterin journaliste correspondante rédacteur rédactrice envoyé envoyée spécial spéciale directeur directrice redactor redactora corresponsal periodista director directora enviado enviada ' +
    'giornalista corrispondente inviato inviata direttore caporedattore jornalista correspondente repórter enviado redacteur verslaggever journalist korrespondent redaktör reporter toimittaja kirjeenvaihtaja redaktor dziennikarz корреспондент журналист обозреватель muhabiri editörü redaktør mitarbeiter mitarbeiterin jefa jefe redaktora redaktorka naczelny naczelna naczelnego chefin chef gastautor gastautorin autorin mitglied vicedirettore caposervizio'
  ).split(' '),
);

/** German, Dutch and Nordic titles are one word: "Auslandskorrespondentin", "sportredaktör". */
export const titleCompounds =
  /^\p{L}{3,}(?:korrespondent(?:in)?|redakteur(?:in)?|redaktør|redaktör|redacteur|verslaggever|reporter(?:in)?|journalist(?:in)?|leiter(?:in)?)$/iu;

/** Behind these "in" names a subject: "Senior Lecturer in Politics". */
export const teachingHeads: ReadonlySet<string> = new Set(
  'professor lecturer fellow researcher reader instructor teacher student candidate scholar specialist expert'.split(
    ' ',
  ),
);

/** What may stand before the head of a title when no comma sets it apart: "JANE DOE Chief Football Writer". */
export const titleModifiers: ReadonlySet<string> = new Set(
  (
    'staff senior chief deputy assistant associate acting special national international foreign world global political politics business economics economic finance financial money markets personal city local regional metro state capitol congressional white house diplomatic defence defense security military war crime court courts legal law justice home affairs social education health medical science environment environmental climate energy technology tech digital data ' +
    'sports sport football soccer rugby cricket tennis golf racing boxing basketball baseball hockey athletics olympics arts culture entertainment film movie movies music theatre theater television tv media fashion food travel lifestyle features feature news investigative investigations breaking general assignment night day weekend sunday managing executive contributing freelance junior lead principal religion royal transport travel property consumer industry industrial labour labor employment agriculture farming rural northern southern eastern western ' +
    'city council parliamentary parliament legislature statehouse housing aviation mining retail banking property gardening wine beauty racing courts policing paris london berlin moscow beijing tokyo brussels washington europe european asia asian africa african america american middle east un nato bureau graphics photo picture video multimedia audience social wire trends trending live group democracy freier freie'
  ).split(' '),
);

/** Name nobody. */
export const staffWords: ReadonlySet<string> = new Set(
  (
    'compiled from wire reports|from wire reports|compiled by staff|staff|the staff|newsroom|the newsroom|news desk|newsdesk|the news desk|editorial team|editorial staff|editorial|editorial board|the editorial board|the author|the editorial team|news team|our team|our correspondent|our own correspondent|our correspondents|our reporter|our reporters|our special correspondent|own correspondent|special correspondent|a special correspondent|staff reporter|staff reporters|staff writer|staff writers|a staff reporter|a staff writer|staff correspondent|a correspondent|correspondent|reporter|reporters|web desk|online desk|sports desk|city desk|business desk|wire reports|wire services report|staff and wire reports|staff reports|staff report|from staff reports|online staff|news staff|the editors|editors|admin|administrator|guest author|guest writer|contributor|' +
    'redaktion|die redaktion|unserer redaktion|redaktionsteam|online-redaktion|unser korrespondent|rédaction|la rédaction|notre correspondant|redacción|la redacción|nuestro corresponsal|redazione|la redazione|redação|da redação|redactie|onze redactie|onze correspondent|redaktionen|toimitus|redakcja|redakce|redakcija|редакция|editör masası|haber merkezi|編集部'
  ).split('|'),
);

/** Stand before what a newsroom is for or whose it is: "Redacción Internacional", "Redazione ANSA". */
export const newsroomWords =
  /^(?:(?:die|der|la|de|da|della|door|von) )?(?:redaktion|redaktionen|rédaction|redacción|redazione|redação|redactie|toimitus|redakcja|redakce|redakcija|редакция|редакції)\s+/iu;

/** What a newsroom may be for, in its language; English ones are among the modifiers of titles. */
export const deskWords: ReadonlySet<string> = new Set(
  'internacional nacional economía deportes cultura política sociedad sucesos tecnología digital web central internazionale esteri interni cronaca economia sport politica spettacoli internationale nationale économie sports politique société monde wirtschaft politik kultur ausland inland numérique lokales panorama online netz sportowa krajowa zagraniczna gospodarcza ekonomiczna esportes internacional binnenland buitenland economie ulkomaat kotimaa talous urheilu utrikes inrikes ekonomi kultur спорта экономики'.split(
    ' ',
  ),
);

/** Behind a house's name these are a branch of it: "CNN Business", "Reuters Fact Check". */
export const branchWords: ReadonlySet<string> = new Set(
  'business travel politics sport sports opinion style health money markets entertainment climate tech technology science world weather culture radio television tv online digital magazine monitoring verify persian arabic español mundo brasil africa asia europe rural check fact international opinion breakingviews businessweek explains factuel live plus'.split(
    ' ',
  ),
);

/** Behind another name and a comma these end the name of a paper or a site, shaped like a person's though it is: "Kentucky Lantern". */
export const paperNames: ReadonlySet<string> = new Set(
  'newsroom advance mail post times herald tribune journal courier gazette chronicle dispatch inquirer examiner telegram bulletin news free-press lantern beacon sentinel register record recorder standard globe star sun ledger mercury argus banner clarion echo leader democrat republican reformer citizen monitor patriot eagle enterprise pilot advocate transcript independent intelligencer constitution review week weekly today watch insider magazine digest daily online digital guardian observer reporter news-press nation voice outlook africa asia europe america international'.split(
    ' ',
  ),
);

/** German papers are one word: "Landesspiegel", "Nordkurier"; and nobody is called Online: "Kurier Online". */
export const paperCompounds =
  /^\p{Lu}\p{L}{3,}(?:spiegel|kurier|anzeiger|tagblatt|tageblatt|abendblatt|morgenpost|rundschau|nachrichten|zeitung|rundfunk)$|^\p{Lu}\p{L}+ Online$/u;

/** Agencies whose name is no person's, as Bloomberg and Ritzau are. */
export const nobodysName: ReadonlySet<string> = new Set(
  'Reuters Xinhua Yonhap Interfax Ukrinform Anadolu Lehtikuva NurPhoto Adnkronos Agerpres Mediafax'.split(' '),
);

/** Words of which names of nobody are made: "Newsroom Staff", "Our Sports Desk". */
export const staffParts: ReadonlySet<string> = new Set(
  'staff newsroom news desk editorial team bureau web online digital sports business foreign city national report reports wire writers reporters correspondents'.split(
    ' ',
  ),
);

/** Months by their first letters, in the languages that write them so beside a byline. */
export const monthNames =
  'jan|gen|ene|jän|feb|fév|fev|mar|mär|maa|apr|avr|abr|may|mai|mag|maj|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic';

/** Behind an organisation these make the organisation sign: "AFP Staff", "Yonhap newsroom". */
export const staffTails =
  /\s+(?:staff|staffers|newsroom|news ?desk|desk|staff (?:writers?|reporters?|correspondents?|reports?)|inputs?|reports|material|(?:news |editorial )team|reporters?|correspondents?|writers?|editors|team|bureau|redaktion(?:en)?|rédaction|redacción|redazione|redactie|toimitus|redakcja)$/iu;

/** Behind "from": what a story was made from, by no name. */
export const sourceWords =
  /^(?:staff|wires?|(?:staff|wire|agency|news|press) (?:reports?|dispatches|copy|services?))$/iu;

/** "and agencies", in the languages we meet; canonical `agencies`. */
export const agenciesWords =
  /^(?:news |other |wire |international )?(?:agencies|agenturen|agency (?:inputs?|reports?|material|feeds?)|agenturmaterial|agentur(?:meldungen|berichte)|nachrichtenagenturen|agences|agencias|agenzie|agências|agentschappen|byråer|byråerna|nyhetsbyråer|nyhetsbyråerna|nyhedsbureauer|persbureaus|agences de presse|agencias de noticias|agenzie di stampa|bureauer|uutistoimistot|agencje|agentury|agencije|агентства|ajanslar|wires|wire services|wire reports|news services)$/iu;

export const noInformation: ReadonlySet<string> = new Set(
  '|-|--|uncredited|not credited|no name|not given|not available|not stated|no author|author unknown|no information|ohne angabe|o. a.|k.a.|sans auteur|sin autor|---|–|—|/|.|n/a|na|n.a.|n.a|none|no byline|unknown|unknown author|anonymous|anon|null|undefined|nil|tbc|tba|tbd|xxx|by|by:|by line|byline|unbekannt|inconnu|anónimo|anonimo|不明'.split(
    '|',
  ),
);
