// Words that make a token an organisation, in the languages we meet. Whole words, but for those in `parts`, which count inside compounds.

const words =
  // English
  'design designs robotics ministry ministries department dept police university college agency agencies press news newspaper newspapers media images pictures photos photo photography photographers studio studios museum gallery institute institution navy army force forces guard guards service services ' +
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
  'patrol constabulary wardens marshals collaboration athletics music electronics dynamics aerospace ships home homes house street shelter hospice industries enterprises ventures creations architects advertising marketing promotions exchange digital interactive games foods vineyards distillery pharmaceuticals biotech ' +
  'healthcare housing firefighters lifeguards paramedics infantry artillery platoon legion militia syndicate coalition confederation commonwealth chamber guild abbey basilica mosque synagogue temple shrine castle memorial monument oceanographic nature household legislature lawmakers embassies consulates ' +
  'show exhibition orchestra philharmonic philharmonie kunsthalle zoologischer botanischer zoologique botanique botánico botânico tribunal ombudsman inquest coroner parole probation jail penitentiary correctional corrections highway highways turnpike ports harbour harbor lighthouse coastguards seminary monastery parish kindergarten nursery daycare campus faculty alumni rundschau ' +
  // German
  'polizei polizeipräsidium feuerwehr ministerium bundesministerium landratsamt stadt gemeinde universität hochschule klinik klinikum krankenhaus verlag zeitung tageszeitung tageblatt tagblatt anzeiger kurier nachrichten presse rundfunk fernsehen agentur agenturen verein verband stiftung institut bundesamt landesamt amt zoll museum museen archiv galerie theater oper kirche bistum erzbistum gesellschaft werke bahn flughafen tierpark tierheim bildagentur redaktion ' +
  'oberlandesgericht landgericht amtsgericht kanzlei staatskanzlei bundesregierung landesregierung bundesheer hilfswerk technisches wasserwacht bergwacht messe gedenkstätte naturschutz tierschutz gewerkschaft partei fraktion landtag bundestag bundesrat kanton ' +
  // French
  'ministère mairie préfecture gendarmerie police université musée agence presse journal courrier dépêche quotidien nouvelles éditions télévision société compagnie groupe hôpital école église théâtre opéra festival fondation institut centre conseil région département commune ambassade présidence élysée pompiers sdis ' +
  'armée sénat assemblée parquet tribunal douane douanes sécurité secours sapeurs-pompiers métropole agglomération syndicat ligue fédération bibliothèque médiathèque parc chaîne orchestre cinémathèque laboratoire observatoire régiment nationale fédérale ' +
  // Spanish, Portuguese, Italian
  'ministerio policía guardia ayuntamiento universidad museo agencia prensa diario periódico noticias correo televisión sociedad compañía grupo hospital escuela iglesia teatro fundación instituto centro consejo comunidad gobierno presidencia embajada bomberos ejército armada fuerza fiscalía municipalidad ' +
  'emergencias salvamento protección defensa secretaría diputación alcaldía carabineros cabildo conselleria consejería subdelegación comisaría juzgado congreso senado parlamento asamblea partido sindicato asociación federación confederación selección liga estadio aeropuerto zoológico acuario parque observatorio ' +
  'laboratorio biblioteca editorial revista orquesta nacional nacionales palacio xunta ' +
  'ministério polícia câmara prefeitura universidade museu agência imprensa jornal diário correio notícias televisão sociedade companhia fundação governo presidência embaixada bombeiros exército marinha força corpo secretaria ' +
  'palácio defesa assembleia associação federação município freguesia rádio orquestra guarda ' +
  'ministero polizia comune università agenzia stampa giornale corriere gazzetta quotidiano notizie televisione società gruppo ospedale scuola chiesa fondazione istituto consiglio regione governo presidenza ambasciata vigili carabinieri questura esercito aeronautica ' +
  'protezione difesa prefettura procura tribunale senato parlamento associazione federazione partito sindacato soprintendenza capitaneria aeroporto parco acquario accademia quirinale palazzo nazionale edizioni ' +
  // Dutch and Nordic
  'ministerie politie gemeente universiteit krant dagblad nieuwsblad omroep stichting vereniging ziekenhuis brandweer defensie koninklijke rijksmuseum bibliotheek ' +
  'waterschap provincie dierentuin dierenpark paleis rijksoverheid luchtmacht landmacht marechaussee persbureau veiligheidsregio rijkswaterstaat natuurmonumenten nationaal ' +
  'polisen politi politiet polis departementet ministeriet universitetet kommun kommune kommunen museet tidning tidningen avis avisen nyheter nyheterna nyheder dagbladet tidende aftenblad morgenblad forlag förlag stiftelsen stiftelse forening förening sykehus sjukhus brann forsvaret försvarsmakten räddningstjänsten kirken kyrkan poliisi ministeriö yliopisto kaupunki sanomat lehti säätiö yhdistys puolustusvoimat rajavartiolaitos pelastuslaitos museovirasto ' +
  'slottet stortinget riksdagen folketinget regeringen regjeringen kongehuset kungahuset hovstaterna eduskunta valtioneuvosto eläintarha museo teatteri kirkko tulli lögreglan landhelgisgæslan veðurstofa háskóli ráðuneyti politidistrikt redningsselskapet ' +
  // Slavic, Turkish, Greek, others
  'ministerstwo policja uniwersytet muzeum agencja gazeta dziennik fundacja noviny deník urząd straż wojsko ministerstvo policie univerzita hasiči armáda magistrát ministarstvo policija univerzitet muzej agencija novine vatrogasci minisztérium rendőrség egyetem múzeum hírügynökség ministerul poliția universitatea muzeul agenția ' +
  'policji straży komenda komendy ministerstwa kancelaria wojska wojsk zamek szpital uniwersytetu sejm prokuratura nadleśnictwo stowarzyszenie gmina starostwo politechnika instytut teatr filharmonia hasičský záchranná úřad vláda hrad nemocnice divadlo ústav polícia ' +
  'rendőr-főkapitányság katasztrófavédelem honvédség miniszterelnökség kormány önkormányzat kórház színház állatkert guvernul administrația primăria inspectoratul spitalul jandarmeria prefectura vlada vojska gasilska bolnica sveučilište općina skupština zavod uprava ' +
  'ministrija ministerija universitāte muziejus savivaldybė kariuomenė politsei ülikool päästeamet ' +
  'министерство полиция университет музей агентство газета служба мвд мчс минобороны пресс-служба управление правительство администрация фонд театр міністерство поліція університет агентство дснс ' +
  'мид фсб росгвардия россии рф комитет мэрия прокуратура суд центр институт галерея эрмитаж академия библиотека известия новости президента дума госдума кремля армия генштаб посольство больница зоопарк федерация поліції україни офіс збройні рада інститут ' +
  'bakanlığı polis üniversitesi müzesi ajansı gazetesi belediyesi valiliği jandarma emniyet haber cumhurbaşkanlığı komutanlığı müdürlüğü kuvvetleri başkanlığı güvenlik hastanesi derneği vakfı federasyonu kızılay υπουργείο αστυνομία πανεπιστήμιο μουσείο πρακτορείο δήμος λιμενικό πυροσβεστική νοσοκομείο ίδρυμα κυβέρνηση προεδρία ' +
  'kementerian polisi universitas dinas polda polres basarnas humas polri tni sekretariat badan pemadam bomba jabatan tentera yayasan';

export const organisationWords: ReadonlySet<string> = new Set(words.split(/\s+/));

/** Counts within longer words too: Bundespolizei, Kunstmuseum, Rettungsdienst. */
export const organisationParts =
  /(?:polizei|feuerwehr|ministerium|ministeriet|museum|universität|zeitung|rundfunk|verband|verein$|stiftung|dienst$|schule$|institut|kirche$|werke$|verlag|agentur|archiv$|amt$|bibliothek|theater$|gesellschaft|politiet|kommune$|foreningen|forbundet|tidningen|laitos$|virasto$|liitto$|press$|media$|news$|foto$|photo$|images$|pix$|(?:news|sports|photo|press)wire$|film$|studio$|tv$|radio$|regierung$|behörde$|anwaltschaft|hilfswerk|präsidium|direktion$|kanzlei$|wacht$|opernhaus|schauspielhaus|staatsoper|nationalpark|krankenhaus|klinikum|philharmoni|orchester|kunsthalle|zentrum$|sparkasse|ziekenhuis|verket$|vakten$|myndigheten$|styrelsen$|direktoratet$|tilsynet$|kansliet$|forsvaret$|bevakningen$|departementet$)/u;

/** Counts at the end of a token as it is written: legal forms, whole countries ("Natural England"), Asian institutions; Arabic and Hebrew ones begin so. */
export const organisationEndings =
  /(?:\s(?:Rotes Kreuz|SE|S\.?A\.?|S\.?p\.?A\.?|SAS|SARL|A\/S|ASA|Oyj|Bhd|Tbk|d\.o\.o\.?|s\.r\.o\.?|a\.s\.|z o\.o\.?|Kft|Zrt|Ltda|ООО|ПАО|Australia|Canada|Norway|Sweden|Denmark|Finland|Scotland|Zealand|Deutschland|Österreich|Schweiz|Malaysia|Indonesia|Philippines|Thailand|Vietnam|Ukraine|Uganda|Nigeria|Türkiye|Brasil)|(?<=^[^\s]*)(?:都|県|市|区|町|府|局|署|隊|団|会|院|園|館|处|處|厅|廳|网|海警|(?<=..)部)|通信社?|新聞社?|新闻社?|報社?|报社?|放送|テレビ|警察|警視庁|消防局?|省|庁|大学|大學|博物館|博物馆|公司|集团|集團|株式会社|協会|协会|委員会|委员会|政府|提供|電視台|电视台|神社|청와대|대통령실|경찰청?|경찰서|소방서|소방본부|대학교?|신문|방송|통신|시청|도청|구청|병원|공사|공단|협회|재단|위원회|박물관|합참|청|부)$|^[Bb]ộ (?=\p{Lu})|^(?:وزارة|وكالة|شرطة|الشرطة|جامعة|الجيش|القوات|قناة|صحيفة|المكتب|رئاسة|الرئاسة|الهلال|مجلس|هيئة|مؤسسة|جمعية|مستشفى|المتحف|محافظة|משרד|משטרת|דובר|אוניברסיטת|כבאות|עיריית|לשכת|רשות|הכנסת)\s?/u;

/** Words that join parts of an organisation's name and never a person's. */
export const functionWords: ReadonlySet<string> = new Set(
  'of for without sans sin sem senza ohne zonder and the against in on at to with from by über für und des der et pour les des aux para por los per della delle degli voor och för og om til ja i на по для и для des'.split(
    ' ',
  ),
);

/** Towns that sign as such, and names whose words by themselves are people's: "Ville de Paris", "Cruz Roja". */
export const organisationBeginnings =
  /^(?:ville|mairie|commune|comune|ayuntamiento|municipio|municipalidad|câmara|cidade|ciudad|città|stadt|gemeente|gobierno|generalitat|junta|conseil|département|région|région|city|state|county|town|village|royaume|reino|casa|carabineros|corps|parc|parquet|mossos|chu|chru) (?:de|di|da|do|del|della|van|of|d['’])\b|^(?:cruz (?:roja|vermelha)|croce rossa|croix-rouge|rotes kreuz|rode kruis|røde kors|röda korset|casa (?:real|rosada)|marine nationale|protección civil|défense civile)(?![\p{L}])/iu;

/** Small words that names of persons hold as well. */
export const nameParticles: ReadonlySet<string> = new Set(
  'van von der den dem de del della di da das do dos du la le y e bin bint ibn abu al el af av zu zum zur ten ter te ap ben st san dela delos mac mc op vom am an het los las'.split(
    ' ',
  ),
);
