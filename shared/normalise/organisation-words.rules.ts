// Words that make a token an organisation, in the languages we meet. Whole words, but for those in `parts`, which count inside compounds.

const words =
  // English
  'ministry ministries department dept police university college agency agencies press news newspaper newspapers media images pictures photos photo photography photographers studio studios museum gallery institute institution navy army force forces guard guards service services ' +
  'office bureau embassy consulate council committee commission club fc afc cf sc foundation trust zoo aquarium tv television radio broadcasting ltd limited inc incorporated gmbh llc llp plc corp corporation co company companies ag kg srl spa bv nv oy ab as aps pty pte ' +
  'palace court courts church cathedral diocese hospital clinic school academy festival airlines airways airport group holdings productions production films film pictures records recordings sport sports entertainment theatre theater opera orchestra ballet ' +
  'association federation union society league alliance organisation organization network channel government senate parliament assembly congress authority administration administrative brigade regiment battalion squadron command corps rescue ambulance fire coastguard lifeboat sheriff ' +
  'library archive archives centre center laboratory lab labs observatory project programme program initiative campaign partnership consortium collective community party movement presidency presidential residence secretariat municipality city county borough village township state ' +
  'bank insurance motors automotive airlines railways rail railway transit energy technologies technology systems software networks publishing publishers books magazine journal gazette herald tribune chronicle post times mirror express telegraph observer courier dispatch bulletin examiner inquirer enquirer advertiser ' +
  'conservation wildlife sanctuary park parks reserve forest forestry garden gardens farm farms estate heritage registry directorate division unit team staff squad delegation mission nations kingdom republic federal national international global crescent cross handout charity charities fund appeal hotel hotels resort restaurant brewery winery ' +
  'auctions auctioneers christies sothebys racing rugby cricket football basketball stadium arena olympics paralympics championships ' +
  'wire newswire syndication features photoservice pressphoto photopress pix livepix stringershub videos video clips content licensing communications comms publicity pr ' +
  'customs border prison prisons prosecutor prosecutors attorney lawyers solicitors family collection collections photographic airbase ranch cafe café pub united athletic rovers wanderers protection animal animals humane safety security transport transportation health education agriculture tourism ' +
  'environment defence defense interior justice finance aviation maritime fisheries research science sciences space engineering medical medicine veterinary surgeons garda gardaí síochána rangers trustees infirmary presidency chancellery parliamentary spokesperson spokesman telescope satellite satellites airfield shipyard shipping ferries lines ' +
  'rights watch relief aid borders volunteers activists eyewitness witness residents landkreis kreis bezirk senat rathaus palais élysée zoological botanical botanic society marathon derby biennale expo fair awards ' +
  // German
  'polizei polizeipräsidium feuerwehr ministerium bundesministerium landratsamt stadt gemeinde universität hochschule klinik klinikum krankenhaus verlag zeitung tageszeitung tageblatt tagblatt anzeiger kurier nachrichten presse rundfunk fernsehen agentur agenturen verein verband stiftung institut bundesamt landesamt amt zoll museum museen archiv galerie theater oper kirche bistum erzbistum gesellschaft werke bahn flughafen tierpark tierheim bildagentur redaktion ' +
  // French
  'ministère mairie préfecture gendarmerie police université musée agence presse journal courrier dépêche quotidien nouvelles éditions télévision société compagnie groupe hôpital école église théâtre opéra festival fondation institut centre conseil région département commune ambassade présidence élysée pompiers sdis ' +
  // Spanish, Portuguese, Italian
  'ministerio policía guardia ayuntamiento universidad museo agencia prensa diario periódico noticias correo televisión sociedad compañía grupo hospital escuela iglesia teatro fundación instituto centro consejo comunidad gobierno presidencia embajada bomberos ejército armada fuerza fiscalía municipalidad ' +
  'ministério polícia câmara prefeitura universidade museu agência imprensa jornal correio notícias televisão sociedade companhia fundação governo presidência embaixada bombeiros exército marinha força corpo secretaria ' +
  'ministero polizia comune università agenzia stampa giornale corriere gazzetta quotidiano notizie televisione società gruppo ospedale scuola chiesa fondazione istituto consiglio regione governo presidenza ambasciata vigili carabinieri questura esercito aeronautica ' +
  // Dutch and Nordic
  'ministerie politie gemeente universiteit krant dagblad nieuwsblad omroep stichting vereniging ziekenhuis brandweer defensie koninklijke rijksmuseum bibliotheek ' +
  'polisen politi politiet polis departementet ministeriet universitetet kommun kommune kommunen museet tidning tidningen avis avisen nyheter nyheterna nyheder dagbladet tidende aftenblad morgenblad forlag förlag stiftelsen stiftelse forening förening sykehus sjukhus brann forsvaret försvarsmakten räddningstjänsten kirken kyrkan poliisi ministeriö yliopisto kaupunki sanomat lehti säätiö yhdistys puolustusvoimat rajavartiolaitos pelastuslaitos museovirasto ' +
  // Slavic, Turkish, Greek, others
  'ministerstwo policja uniwersytet muzeum agencja gazeta dziennik fundacja noviny deník urząd straż wojsko ministerstvo policie univerzita hasiči armáda magistrát ministarstvo policija univerzitet muzej agencija novine vatrogasci minisztérium rendőrség egyetem múzeum hírügynökség ministerul poliția universitatea muzeul agenția ' +
  'министерство полиция университет музей агентство газета служба мвд мчс минобороны пресс-служба управление правительство администрация фонд театр міністерство поліція університет агентство дснс ' +
  'bakanlığı polis üniversitesi müzesi ajansı gazetesi belediyesi valiliği jandarma emniyet haber cumhurbaşkanlığı υπουργείο αστυνομία πανεπιστήμιο μουσείο πρακτορείο ' +
  'kementerian polisi universitas dinas polda polres basarnas';

export const organisationWords: ReadonlySet<string> = new Set(words.split(/\s+/));

/** Counts within longer words too: Bundespolizei, Kunstmuseum, Rettungsdienst. */
export const organisationParts = /(?:polizei|feuerwehr|ministerium|ministeriet|museum|universität|zeitung|rundfunk|verband|verein$|stiftung|dienst$|schule$|institut|kirche$|werke$|verlag|agentur|archiv$|amt$|bibliothek|theater$|gesellschaft|politiet|kommune$|foreningen|forbundet|tidningen|laitos$|virasto$|liitto$|press$|media$|news$|foto$|photo$|images$|pix$|wire$|film$|studio$|tv$|radio$)/u;

/** Asian names of institutions end so; Arabic and Hebrew ones begin so. */
export const organisationEndings = /(?:(?<=^[^\s]*)(?:都|県|市|区|町|府|局|署|隊|団|会|院|園|館)|通信社?|新聞社?|新闻社?|報社?|报社?|放送|テレビ|警察|警視庁|消防局?|省|庁|大学|大學|博物館|博物馆|公司|株式会社|協会|协会|委員会|委员会|政府|提供|電視台|电视台|청와대|경찰청?|대학교?|신문|방송|통신|청|부)$|^[Bb]ộ (?=\p{Lu})|^(?:وزارة|وكالة|شرطة|جامعة|الجيش|قناة|صحيفة|المكتب|رئاسة|משרד|משטרת|דובר|אוניברסיטת)\s?/u;

/** Words that join parts of an organisation's name and never a person's. */
export const functionWords: ReadonlySet<string> = new Set('of for without and the against in on at to with from by über für und des der et pour les des aux para por los per della delle degli voor och för og om til ja i на по для и для des'.split(' '));

/** Towns that sign as such: "Ville de Paris", "Comune di Milano". */
export const organisationBeginnings = /^(?:ville|mairie|commune|comune|ayuntamiento|municipio|municipalidad|câmara|cidade|ciudad|città|stadt|gemeente|gobierno|generalitat|junta|conseil|département|région|région|city|state|county|town|village|royaume|reino) (?:de|di|da|do|del|della|van|of|d['’])\b/iu;

/** Small words that names of persons hold as well. */
export const nameParticles: ReadonlySet<string> = new Set('van von der den dem de del della di da das do dos du la le y e bin bint ibn abu al el af av zu zum zur ten ter te ap ben st san dela delos mac mc op vom am an'.split(' '));
