// The built-in authority list. One organisation a line: `Short name = Full name ; alias ; alias`, grouped by kind.
// Provenance stands over each group. A desk adds its own rows without code: config/agencies.tsv in the inbox.

export type AgencyGroup = {
  readonly kind: string;
  /** Where the rows come from. */
  readonly source: string;
  /** Whether the house writes the short name for every alias. Elsewhere an organisation goes by the name the wire used, which is known and no more. */
  readonly settled: boolean;
  readonly rows: string;
};

export const agencyGroups: readonly AgencyGroup[] = [
  {
    kind: 'agency',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
AP = The Associated Press ; Associated Press ; AP Photo ; AP Photos ; AP Images ; A.P. ; AssociatedPress ; AP Wire ; AP通信
Reuters = Reuters ; Thomson Reuters ; Reuters Photo ; Reuters Pictures ; Retuers ; Reuetrs ; Reuters News Agency ; Reuters Images ; ロイター ; ロイター通信
AFP = Agence France-Presse ; AFP Photo ; Agence France Presse ; AFP Photos ; A.F.P. ; AFP通信
PA = PA Media ; PA Wire ; PA Images ; PA Archive ; Press Association ; Press Association Images ; The Press Association ; PA Photos ; PA News
EPA = European Pressphoto Agency ; EPA-EFE ; EPA/EFE ; epa european pressphoto agency ; EPA Images ; EPA Photo
EFE = Agencia EFE ; EFE News Agency
dpa = Deutsche Presse-Agentur ; Deutsche Presse Agentur ; dpa-Zentralbild ; dpa-tmn ; dpa infocom
ANSA = Agenzia ANSA
APA = Austria Presse Agentur ; APA-PictureDesk ; APA-Fotoservice ; APA Images
AAP = Australian Associated Press ; AAPIMAGE ; AAP IMAGE ; AAP Images ; AAP Photos ; AAP Photo
CP = The Canadian Press ; Canadian Press ; La Presse Canadienne ; The Canadian Press Images
Kyodo News = Kyodo News ; Kyodo ; Kyodo News Agency ; 共同通信 ; 共同通信社 ; 共同 ; Kyodo News Images
Jiji Press = Jiji Press ; Jiji ; Jiji Press Photo ; Jiji Press News Agency ; 時事通信 ; 時事通信社 ; 時事
Xinhua = Xinhua News Agency ; Xinhua News ; 新华社 ; 新華社 ; Xinhua Photo
Yonhap = Yonhap News Agency ; Yonhap News ; Yonhap Photo ; 연합뉴스
TASS = TASS Russian News Agency ; ITAR-TASS ; TASS News Agency ; ТАСС
Sputnik = Sputnik ; RIA Novosti ; Sputnik News ; РИА Новости ; Sputnik Photo
Interfax = Interfax ; Интерфакс
Anadolu = Anadolu Agency ; Anadolu Ajansi ; Anadolu Ajansı ; AA/Anadolu ; Anadolu Images
PTI = Press Trust of India ; PTI Photo ; PTI Photos
ANI = Asian News International ; ANI Photo
Belga = Belga News Agency ; Belga Photo ; Belga Image
ANP = Algemeen Nederlands Persbureau ; ANP Foto ; ANP Photo
NTB = Norsk Telegrambyrå ; NTB scanpix
TT = TT Nyhetsbyrån ; TT News Agency ; TT Nyhetsbyran
Ritzau = Ritzaus Bureau ; Ritzau Scanpix
Lehtikuva = Lehtikuva
STT = Suomen Tietotoimisto ; STT-Lehtikuva
Keystone = Keystone-SDA ; Keystone-ATS ; Keystone SDA ; Keystone Photo
PAP = Polska Agencja Prasowa ; PAP Photo
CTK = Česká tisková kancelář ; ČTK ; CTK Photo ; Czech News Agency
MTI = Magyar Távirati Iroda ; MTI Photo
Ukrinform = Ukrinform ; Укрінформ
UPI = United Press International ; UPI Photo
Bloomberg = Bloomberg News ; Bloomberg Images
ZUMA = ZUMA Press ; ZUMA Wire ; ZUMA Press Wire ; ZUMAPRESS ; ZUMAPRESS.com
NurPhoto = NurPhoto ; Nur Photo ; NurPhoto Agency
SOPA Images = SOPA Images ; SOPA
Sipa = Sipa Press ; Sipa USA ; Sipa Photo
Abaca = Abaca Press ; ABACAPRESS
Imago = IMAGO ; imago images
Action Images = Action Images
USA Today Sports = USA TODAY Sports ; USA Today Sports Images
Imagn Images = Imagn Images ; Imagn
Newsflash = Newsflash ; News Flash ; newsX
CEN = Central European News
AsiaWire = AsiaWire ; Asia Wire
Zenger = Zenger News
SWNS = South West News Service ; SWNS.com
Jam Press = Jam Press ; JamPress
Caters = Caters News Agency ; Caters News
Rex Features = Rex Features ; REX ; REX Shutterstock
KCNA = Korean Central News Agency ; KCNA VIA KNS ; 조선중앙통신
IRNA = Islamic Republic News Agency
WANA = West Asia News Agency ; WANA (West Asia News Agency)
Agencja Wyborcza.pl = Agencja Wyborcza.pl ; Agencja Gazeta ; Agencja Wyborcza`,
  },
  {
    kind: 'stock',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
Getty Images = Getty Images ; Getty ; Getty Images Europe ; Getty Images North America ; Getty Images AsiaPac ; Getty Images Sport ; Getty Image ; gettyimages ; Getty Images Entertainment ; gettyimages.com
picture alliance = picture alliance ; picture-alliance ; PictureAlliance
Shutterstock = Shutterstock ; Shutterstock Editorial ; Shutterstock.com
Alamy = Alamy ; Alamy.com ; Alamy Stock Photo ; Alamy Stock Photos ; Alamy Live News
iStock = iStock ; iStockphoto ; iStock Photo ; iStockphoto.com ; istock.com
Adobe Stock = Adobe Stock ; AdobeStock ; stock.adobe.com
Depositphotos = Depositphotos ; depositphotos.com
Unsplash = Unsplash ; unsplash.com
Pexels = Pexels ; pexels.com
Pixabay = Pixabay ; pixabay.com
Wikimedia Commons = Wikimedia Commons ; Wikimedia ; WikiCommons ; Wiki Commons ; Wikipedia Commons ; commons.wikimedia.org`,
  },
  {
    kind: 'social',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
Flickr = Flickr ; flickr.com
Instagram = Instagram ; IG ; Insta ; instagram.com
Facebook = Facebook ; FB ; facebook.com
TikTok = TikTok ; Tik Tok ; tiktok.com
X = X ; Twitter ; X (formerly Twitter) ; X/Twitter ; x.com ; twitter.com
YouTube = YouTube ; youtube.com
Telegram = Telegram
VK = VKontakte ; vk.com ; ВКонтакте`,
  },
  {
    kind: 'government',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
NASA = National Aeronautics and Space Administration
ESA = European Space Agency
JPL-Caltech = Jet Propulsion Laboratory, Caltech ; JPL ; JPL/Caltech
U.S. Navy = United States Navy ; US Navy ; U.S. Navy Photo
U.S. Army = United States Army ; US Army ; U.S. Army Photo
U.S. Air Force = United States Air Force ; US Air Force ; USAF ; U.S. Air Force Photo
U.S. Marine Corps = United States Marine Corps ; US Marine Corps ; USMC
U.S. Coast Guard = United States Coast Guard ; US Coast Guard ; USCG
DoD = United States Department of Defense ; U.S. Department of Defense ; US Department of Defense ; Department of Defense
DVIDS = Defense Visual Information Distribution Service
The White House = The White House ; White House ; Official White House Photo
MOD = Ministry of Defence (United Kingdom) ; MoD Crown Copyright ; MOD/Crown Copyright ; Ministry of Defence/Crown Copyright ; UK MOD ; UK Ministry of Defence ; Crown Copyright
Ministry of Defense of Russia = Ministry of Defence of the Russian Federation ; Russian Defense Ministry ; Russian Defence Ministry ; Russian Ministry of Defence ; Russian Ministry of Defense ; Russian Defense Ministry Press Service ; Russian Defence Ministry Press Service ; Ministry of Defence of Russia ; Ministry of Defense of the Russian Federation ; Russian MoD ; Минобороны России ; Министерство обороны Российской Федерации
Ministry of Defense of Ukraine = Ministry of Defence of Ukraine ; Ukrainian Defense Ministry ; Ukrainian Defence Ministry ; Ukrainian Defence Ministry Press Service ; Ukrainian Ministry of Defence ; Міністерство оборони України
Ministry of Defense of Japan = Ministry of Defense of Japan ; Japan Ministry of Defense ; Japanese Defense Ministry ; Japan's Ministry of Defence ; Defense Ministry of Japan
Metropolitan Police = Metropolitan Police Service ; Met Police`,
  },
  {
    kind: 'company',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
Maxar = Maxar Technologies ; Satellite image ©2022 Maxar Technologies
Planet Labs = Planet Labs PBC
SpaceX = SpaceX
Netflix = Netflix`,
  },
  {
    kind: 'publisher',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
The Guardian = The Guardian ; Guardian ; theguardian.com ; Guardian News & Media
The Observer = The Observer ; Observer
The New York Times = The New York Times ; NYT ; New York Times ; NYTNS
The Washington Post = The Washington Post ; Washington Post ; WaPo
The Times = The Times ; Times Newspapers
The Philadelphia Inquirer = The Philadelphia Inquirer ; Philadelphia Inquirer ; The Inquirer
Los Angeles Times = Los Angeles Times ; LA Times ; L.A. Times`,
  },
  {
    kind: 'broadcaster',
    source: 'house style: names that partners know by their short form',
    settled: true,
    rows: `
BBC = British Broadcasting Corporation ; BBC News ; BBC Pictures
CNN = Cable News Network
ITV = ITV ; ITV News`,
  },
  {
    kind: 'agency',
    source: 'news agencies with a worldwide service: their own credit lines and style pages',
    settled: false,
    rows: `
CNS = China News Service ; China News ; 中新社 ; CNSphoto
IANS = Indo-Asian News Service ; IANS Photo
UNI = United News of India
KNS = Korea News Service`,
  },
  {
    kind: 'agency',
    source:
      'national and regional agencies: members of EANA, OANA, FAAPA, ATPF and MINDS under the names they sign with',
    settled: false,
    rows: `
ATS = Agence télégraphique suisse ; SDA ; SDA-ATS ; Schweizerische Depeschenagentur
Scanpix = Scanpix ; Scanpix Sweden ; Scanpix Norway
BNS = Baltic News Service ; BNS Photo
LETA = Latvian Information Agency ; LETA Photo
ELTA = Lithuanian News Agency
TASR = Tlačová agentúra Slovenskej republiky ; News Agency of the Slovak Republic
SITA = Slovenská tlačová agentúra ; SITA Slovakia
Agerpres = Agenția Națională de Presă Agerpres ; Agerpres Foto
Mediafax = Mediafax ; Mediafax Foto
BTA = Bulgarian News Agency ; Bulgarian Telegraph Agency ; БТА
Hina = Croatian News Agency ; HINA Foto
Pixsell = Pixsell ; PIXSELL
Tanjug = Tanjug ; Танјуг ; Tanjug News Agency
Beta = Beta News Agency ; Betaphoto ; BETAPHOTO
FoNet = FoNet
STA = Slovenian Press Agency ; Slovenska tiskovna agencija
SRNA = Novinska agencija Republike Srpske
FENA = Federalna novinska agencija
MIA = Media Information Agency ; Macedonian Information Agency
ATA = Albanian Telegraphic Agency
ANA-MPA = Athens-Macedonian News Agency ; AMNA ; ΑΠΕ-ΜΠΕ ; Athens News Agency
Eurokinissi = Eurokinissi ; Eurokinissi Photo ; ΕΥΡΩΚΙΝΗΣΗ
InTime News = InTime News ; Intime Photos
CNA Cyprus = Cyprus News Agency
Lusa = Agência Lusa ; Agência LUSA ; Lusa News Agency
Europa Press = Europa Press ; Europa Press News ; EuropaPress ; Europapress
Colpisa = Agencia Colpisa
ACN = Agència Catalana de Notícies
LaPresse = LaPresse ; La Presse Italia ; Lapresse Photo
AGI = Agenzia Giornalistica Italia
Adnkronos = Adnkronos ; AdnKronos
ANP Sport = ANP Sport
IP3 = IP3 Press ; IP3Press
MaxPPP = MaxPPP ; Maxppp
Hans Lucas = Studio Hans Lucas ; Hans Lucas Agency
Divergence = Divergence Images
REA = Agence REA
Gamma-Rapho = Gamma-Rapho ; Gamma ; Rapho
Magnum Photos = Magnum Photos ; Magnum
VII = VII Photo Agency ; VII Photo
Panos Pictures = Panos Pictures ; Panos
Laif = laif ; laif Photos
Ostkreuz = Ostkreuz Agentur der Fotografen
ddp = ddp images ; ddp ; ddp media
epd = Evangelischer Pressedienst ; epd-bild ; epd bild
KNA = Katholische Nachrichten-Agentur ; KNA-Bild
SID = Sport-Informations-Dienst ; SID-IMAGES ; SID Images
AFX = AFX News ; dpa-AFX
Unian = UNIAN ; УНІАН
BelTA = Belarusian Telegraph Agency ; BELTA ; БЕЛТА
Moldpres = Moldpres
Armenpress = Armenpress
Photolure = Photolure ; PHOTOLURE
AZERTAC = Azerbaijan State News Agency ; Azertag ; AzerTAc
Kazinform = Kazinform ; Qazinform
Kabar = Kabar News Agency
UzA = Uzbekistan National News Agency
Demiroren = Demirören Haber Ajansı ; DHA ; Demirören News Agency ; Demiroren Visual Media ; Dogan News Agency
IHA = İhlas Haber Ajansı ; Ihlas News Agency ; Ihlas Haber Ajansi
ANKA = ANKA Haber Ajansı
Depo Photos = Depo Photos ; DepoPhotos
SANA = Syrian Arab News Agency
NNA = National News Agency Lebanon
Petra = Jordan News Agency
WAFA = Palestinian News and Information Agency
WAM = Emirates News Agency
SPA = Saudi Press Agency
QNA = Qatar News Agency
KUNA = Kuwait News Agency
BNA = Bahrain News Agency
ONA = Oman News Agency
Saba = Yemen News Agency
INA = Iraqi News Agency
ISNA = Iranian Students' News Agency ; Iranian Students News Agency
Fars = Fars News Agency ; Fars News
Tasnim = Tasnim News Agency ; Tasnim News
Mehr = Mehr News Agency ; Mehr News
APAimages = APA Images Palestine ; APAimages
Flash90 = Flash90 ; FLASH 90
JINI = JINI Photo Agency ; JINIPIX
Middle East Images = Middle East Images ; MEI
MENA = Middle East News Agency
MAP = Maghreb Arabe Presse ; Agence Marocaine de Presse
APS = Algérie Presse Service
TAP = Tunis Afrique Presse
LANA = Libyan News Agency
SUNA = Sudan News Agency
NAN = News Agency of Nigeria
GNA = Ghana News Agency
KNA Kenya = Kenya News Agency
ENA = Ethiopian News Agency
AIM = Agência de Informação de Moçambique
ANGOP = Agência Angola Press
Nampa = Namibia Press Agency
PANA = Panapress
African News Agency = African News Agency
GCIS = Government Communication and Information System ; GovernmentZA
Gallo Images = Gallo Images
APP = Associated Press of Pakistan
PPI = Pakistan Press International
BSS = Bangladesh Sangbad Sangstha
UNB = United News of Bangladesh
RSS Nepal = Rastriya Samachar Samiti
Bernama = Bernama ; Malaysian National News Agency
Antara = Antara ; Antara Foto ; ANTARA News ; LKBN Antara
PNA = Philippine News Agency
VNA = Vietnam News Agency ; TTXVN
KPL = Lao News Agency
AKP = Agence Kampuchea Presse
TNA = Thai News Agency
CNA = Central News Agency ; Focus Taiwan ; 中央社
Montsame = Mongolian National News Agency
Newsis = Newsis ; 뉴시스
News1 = News1 ; News1 Korea ; 뉴스1
Aflo = Aflo ; AFLO Sport ; Aflo Images ; アフロ
Penta Press = Penta Press
VCG = Visual China Group ; CFP
Imaginechina = Imaginechina ; Imagine China
HK CTS = Hong Kong China News Agency ; HKCNA
AAP Newswire = AAP Newswire
RNZ = Radio New Zealand ; Radio NZ
NZME = New Zealand Media and Entertainment
Photosport = Photosport NZ ; www.photosport.nz
Télam = Télam ; Telam ; Agencia Télam
NA = Noticias Argentinas ; Agencia NA
Andina = Agencia Andina ; ANDINA
ABI = Agencia Boliviana de Información
AVN = Agencia Venezolana de Noticias
Prensa Latina = Prensa Latina
Notimex = Notimex
Cuartoscuro = Cuartoscuro ; CUARTOSCURO.COM
El Universal = El Universal ; Agencia EL UNIVERSAL
Agencia Reforma = Agencia Reforma
Agência Brasil = Agência Brasil ; Agencia Brasil ; ABr
Agência Estado = Agência Estado ; Estadão Conteúdo ; Estadao Conteudo ; AE
Folhapress = Folhapress
Fotoarena = Fotoarena
Agencia Uno = Agencia Uno ; Agencia UNO ; ATON Chile ; Aton Chile
Photosport Chile = Photosport Chile
Colprensa = Colprensa
East News = East News ; EastNews
CityNews = CityNews
QMI Agency = QMI Agency ; Agence QMI
Postmedia = Postmedia ; Postmedia Network
Bildbyrån = Bildbyrån
GEPA pictures = GEPA pictures ; GEPA
EXPA = EXPA Pictures
picturedesk.com = picturedesk.com ; Picturedesk
freshfocus = freshfocus
Cropix = Cropix
Inquam Photos = Inquam Photos ; Inquam
MTVA = Médiaszolgáltatás-támogató és Vagyonkezelő Alap ; MTI/MTVA
Hollandse Hoogte = Hollandse Hoogte
Isopix = Isopix
Panoramic = Agence Panoramic
DPPI = DPPI Media
KCS Presse = KCS Presse
Sygma = Sygma
Imagoeconomica = Imagoeconomica
AGF = AGF Foto
Gtres = GTRES ; Agencia Gtres
AFP7 = AFP7
Ruptly = Ruptly
Rossiya Segodnya = Rossiya Segodnya ; Россия сегодня
Nation Media Group = Nation Media Group
RollingNews.ie = RollingNews.ie ; Rolling News
Photocall Ireland = Photocall Ireland
SNS Group = SNS Group
Wales News Service = Wales News Service
Cal Sport Media = Cal Sport Media ; CSM
Southcreek Global = Southcreek Global Media
All Over Press = All Over Press
Camera Press = Camera Press
Eyevine = eyevine
AGIF = Agência de Fotografia ; Agif
Global Imagens = Global Imagens
OSEN = OSEN`,
  },
  {
    kind: 'agency',
    source: 'picture agencies whose names stand in the credits of AP, AFP, Getty and Shutterstock',
    settled: false,
    rows: `
Action Plus = Action Plus Sports ; Action Plus Sports Images ; ActionPlus
USA Today Network = USA TODAY NETWORK ; USA Today
Icon Sportswire = Icon Sportswire ; Icon SMI ; Icon Sport
LiveMedia = LiveMedia ; Live Media
DeFodi Images = DeFodi Images ; DeFodi
Eibner = Eibner-Pressefoto ; Eibner
Orange Pics = Orange Pics ; Orange Pictures
Soccrates = Soccrates ; Soccrates Images
Quality Sport Images = Quality Sport Images
MB Media = MB Media
Marca = Marca
SPP = Sport Press Photo ; SPP Sport Press Photo
PressFocus = PressFocus
MI News = MI News ; MI News & Sport
News Images = News Images ; News Images LTD
ProSports = ProSports ; Pro Sports Images
INPHO = Inpho ; Inpho Photography ; INPHO
Sportsfile = Sportsfile ; SPORTSFILE
CameraSport = CameraSport
Focus Images = Focus Images ; Focus Images Ltd
BPI = Back Page Images ; Backpage Images ; BackpagePix
Offside = Offside Sports Photography ; Offside
Motorsport Images = Motorsport Images ; LAT Images ; Sutton Images
Xinhua Sports = Xinhua Sports
BestImage = BestImage ; Best Image
Splash News = Splash News ; SplashNews ; SplashNews.com ; Splash
Backgrid = BACKGRID ; Backgrid USA ; BackGrid
Mega = MEGA ; MEGA Agency ; The Mega Agency ; MEGAagency
WENN = WENN ; WENN.com ; World Entertainment News Network
Avalon = Avalon ; Avalon.red ; Photoshot
Cover Images = Cover Images ; Cover-Images.com
AdMedia = AdMedia ; Admedia, Inc
ImageSPACE = imageSPACE ; ImageSPACE
MediaPunch = MediaPunch ; Mediapunch ; MediaPunch Inc
Everett = Everett Collection ; Courtesy Everett Collection
Allstar = Allstar Picture Library ; Allstar Picture Library Ltd ; Allstar
Invision = Invision ; Invision/AP
Redux = Redux Pictures ; Redux
Polaris = Polaris Images ; Polaris
Pacific Press = Pacific Press ; Pacific Press Agency
LightRocket = LightRocket
Barcroft = Barcroft Media ; Barcroft Images ; Barcroft
Bav Media = Bav Media ; BAV Media
Solent News = Solent News ; Solent News & Photo Agency ; Solent
Triangle News = Triangle News
Kennedy News = Kennedy News and Media ; Kennedy News & Media ; Kennedy News
Mercury Press = Mercury Press & Media ; Mercury Press ; Mercury Press and Media
National News = National News & Pictures ; National News and Pictures
News Licensing = News Licensing ; News Syndication
Cavendish Press = Cavendish Press
LNP = London News Pictures ; London News Pictures Ltd ; LNP
Story Picture Agency = Story Picture Agency
UKNIP = UK News in Pictures ; UKNIP
Nexpher = Nexpher Images
Ropi = Ropi
IPA = IPA Agency ; Independent Photo Agency ; Independent Photo Agency Srl
Fotogramma = Fotogramma ; Agenzia Fotogramma
Contrasto = Contrasto
Insidefoto = Insidefoto ; INSIDEFOTO
CordonPress = Cordon Press ; CordonPress
ContactoPhoto = Contacto ; ContactoPhoto
DAX Images = DAX Images
Le Pictorium = Le Pictorium ; Le Pictorium Agency
Starface = Starface ; STARFACE
Bestimage = Bestimage
KMA = KMA Images
Ukrafoto = Ukrafoto
Global Images Ukraine = Global Images Ukraine
Kommersant = Kommersant ; Kommersant Photo ; Коммерсантъ
EyePress = EyePress ; EyePress News ; EYEPRESS
Hindustan Times = Hindustan Times
India Today Group = The India Today Group ; India Today Group
ChameleonsEye = ChameleonsEye
CTV Photo = CTV Photo`,
  },
  {
    kind: 'stock',
    source: 'stock houses and free picture libraries, by the attribution they ask for',
    settled: false,
    rows: `
Dreamstime = Dreamstime ; Dreamstime.com
123RF = 123RF ; 123rf.com
Bigstock = Bigstock ; BigStock
Pond5 = Pond5
Storyblocks = Storyblocks
Envato = Envato Elements ; Envato
Freepik = Freepik ; freepik.com
Canva = Canva
Wikipedia = Wikipedia
Corbis = Corbis ; Corbis Images
Bettmann = Bettmann ; Bettmann Archive
Hulton Archive = Hulton Archive ; Hulton
Bridgeman Images = Bridgeman Images ; Bridgeman Art Library
akg-images = akg-images ; akg images ; AKG
Mary Evans = Mary Evans Picture Library ; Mary Evans
Science Photo Library = Science Photo Library ; SPL
Heritage Images = Heritage Images
Universal Images Group = Universal Images Group ; UIG
De Agostini = De Agostini Picture Library ; De Agostini
Ullstein Bild = ullstein bild
Roger-Viollet = Roger-Viollet ; Roger Viollet
Popperfoto = Popperfoto
TopFoto = TopFoto
Mirrorpix = Mirrorpix
Agefotostock = agefotostock ; age fotostock
Nature Picture Library = Nature Picture Library ; naturepl.com
Stocksy = Stocksy ; Stocksy United
mauritius images = mauritius images ; Mauritius Images
Photonews = Photonews ; PhotoNews
Image Bank = The Image Bank
Newscom = Newscom
Profimedia = Profimedia ; Profimedia.cz`,
  },
  {
    kind: 'social',
    source: 'platforms on which people publish themselves',
    settled: false,
    rows: `
Snapchat = Snapchat
WhatsApp = WhatsApp
Weibo = Weibo ; Sina Weibo
WeChat = WeChat
LinkedIn = LinkedIn
Reddit = Reddit
Threads = Threads
Bluesky = Bluesky
Mastodon = Mastodon
Truth Social = Truth Social
Pinterest = Pinterest
Vimeo = Vimeo
Twitch = Twitch
Tumblr = Tumblr
GoFundMe = GoFundMe
ViralHog = ViralHog
Storyful = Storyful
Newsflare = Newsflare
Jukin Media = Jukin Media ; Jukin`,
  },
  {
    kind: 'government',
    source: 'public bodies, armed forces and space agencies, as their pictures are credited',
    settled: false,
    rows: `
MSSS = Malin Space Science Systems
STScI = Space Telescope Science Institute
NOIRLab = NOIRLab ; NSF's NOIRLab
ESO = European Southern Observatory
JAXA = Japan Aerospace Exploration Agency
ISRO = Indian Space Research Organisation
Roscosmos = Roscosmos ; Роскосмос
CNSA = China National Space Administration
CSA = Canadian Space Agency
DLR = Deutsches Zentrum für Luft- und Raumfahrt
CNES = Centre national d'études spatiales
ASI = Agenzia Spaziale Italiana
NOAA = National Oceanic and Atmospheric Administration
USGS = U.S. Geological Survey ; US Geological Survey
NSF = National Science Foundation
CDC = Centers for Disease Control and Prevention
FEMA = Federal Emergency Management Agency
FBI = Federal Bureau of Investigation
CIA = Central Intelligence Agency
DEA = Drug Enforcement Administration
ICE = U.S. Immigration and Customs Enforcement
CBP = U.S. Customs and Border Protection
U.S. Space Force = United States Space Force ; US Space Force
U.S. National Guard = United States National Guard ; US National Guard ; National Guard
U.S. Army National Guard = US Army National Guard ; Army National Guard
U.S. Air National Guard = US Air National Guard ; Air National Guard
U.S. Central Command = US Central Command ; CENTCOM ; U.S. CENTCOM
U.S. State Department = US State Department ; U.S. Department of State ; State Department
NATO = North Atlantic Treaty Organization
UN = United Nations ; UN Photo ; United Nations Photo
UNICEF = United Nations Children's Fund
UNHCR = UN Refugee Agency
UNRWA = United Nations Relief and Works Agency
UNESCO = United Nations Educational, Scientific and Cultural Organization
UNIFIL = United Nations Interim Force in Lebanon
MONUSCO = United Nations Organization Stabilization Mission in the Democratic Republic of the Congo
MINUSMA = United Nations Multidimensional Integrated Stabilization Mission in Mali
UNMISS = United Nations Mission in South Sudan
OSCE = Organization for Security and Co-operation in Europe
ASEAN = Association of Southeast Asian Nations
SEDENA = Secretaría de la Defensa Nacional
CONRED = Coordinadora Nacional para la Reducción de Desastres
BASARNAS = Badan Nasional Pencarian dan Pertolongan
Caltrans = California Department of Transportation
WFP = World Food Programme
WHO = World Health Organization
IAEA = International Atomic Energy Agency
IMF = International Monetary Fund
EU = European Union
European Commission = European Commission ; EC - Audiovisual Service
European Parliament = European Parliament
Royal Navy = Royal Navy
Royal Air Force = Royal Air Force ; RAF
British Army = British Army
Bundeswehr = Bundeswehr
IDF = Israel Defense Forces ; Israeli Defense Forces ; Israel Defence Forces ; IDF Spokesperson's Unit ; IDF Spokesperson
Kremlin Press Service = Kremlin Press Service ; Kremlin.ru ; Russian Presidential Press Service ; Russian Presidential Press and Information Office
Ukrainian Presidential Press Service = Ukrainian Presidential Press Service ; Ukrainian Presidency ; Ukrainian Presidential Press Office
Crown Prosecution Service = CPS
NHS = National Health Service
Guardia Civil = Guardia Civil
Carabinieri = Carabinieri
Polizia di Stato = Polizia di Stato
Library of Congress = Library of Congress
National Archives = National Archives ; U.S. National Archives
RSPCA = Royal Society for the Prevention of Cruelty to Animals
Parks Canada = Parks Canada
CERN = European Organization for Nuclear Research
Johns Hopkins APL = Johns Hopkins University Applied Physics Laboratory ; JHUAPL ; JHU-APL
SwRI = Southwest Research Institute
Caltech = California Institute of Technology
MIT = Massachusetts Institute of Technology
UArizona = UArizona
Europol = Europol
Interpol = Interpol
Frontex = Frontex
Eurocontrol = Eurocontrol
EUMETSAT = EUMETSAT
UN Women = UN Women
ICRC = International Committee of the Red Cross
MSF = Médecins Sans Frontières ; Médicos Sin Fronteras ; Doctors Without Borders
Oxfam = Oxfam
Greenpeace = Greenpeace
Sea Shepherd = Sea Shepherd
Sea-Watch = Sea-Watch
Open Arms = Open Arms ; Proactiva Open Arms
SOS Méditerranée = SOS Méditerranée ; SOS Mediterranee
World Vision = World Vision
Mercy Ships = Mercy Ships
Vatican Media = Vatican Media
Holy See = Holy See
Downing Street = Downing Street ; No 10 Downing Street ; 10 Downing Street ; Number 10
Historic England = Historic England
Élysée = Élysée ; Elysée ; Elysee
La Moncloa = La Moncloa ; Moncloa
Mossos d'Esquadra = Mossos ; Mossos d'Esquadra
Ertzaintza = Ertzaintza
Ibama = Ibama
Fiocruz = Fiocruz
Malacañang = Malacañang ; Malacanang ; Malacañang Palace
U.S. Marshals = U.S. Marshals ; US Marshals ; U.S. Marshals Service
RNLI = Royal National Lifeboat Institution
FDNY = Fire Department of New York
NYPD = New York Police Department ; New York City Police Department
TfL = Transport for London
SANParks = South African National Parks
Surf Life Saving Australia = Surf Life Saving ; Surf Life Saving Australia ; Surf Life Saving NSW`,
  },
  {
    kind: 'publisher',
    source: 'newspapers and magazines that pass pictures on',
    settled: false,
    rows: `
The Sunday Times = The Sunday Times
heise online = heise online ; heise.de
t-online = t-online ; t-online.de
The Sun = The Sun
The Daily Telegraph = The Daily Telegraph ; The Telegraph
The Independent = The Independent
The Irish Times = The Irish Times
Chicago Tribune = Chicago Tribune
The Boston Globe = The Boston Globe ; Boston Globe
The Dallas Morning News = The Dallas Morning News
San Francisco Chronicle = San Francisco Chronicle
Houston Chronicle = Houston Chronicle
Miami Herald = Miami Herald
The Seattle Times = The Seattle Times
Star Tribune = Star Tribune
The Denver Post = The Denver Post
MediaNews Group = MediaNews Group
Tribune News Service = Tribune News Service ; TNS
Toronto Star = Toronto Star
The Globe and Mail = The Globe and Mail
The Wall Street Journal = The Wall Street Journal ; WSJ
Financial Times = Financial Times ; FT
Daily Mail = Daily Mail ; MailOnline
Daily Mirror = Daily Mirror ; The Mirror
Evening Standard = Evening Standard ; The Standard
The Scotsman = The Scotsman
The Sydney Morning Herald = The Sydney Morning Herald ; SMH
The Age = The Age
Fairfax Media = Fairfax Media ; Fairfax
News Corp Australia = News Corp Australia ; Newspix
South China Morning Post = South China Morning Post ; SCMP
The Straits Times = The Straits Times ; SPH Media
The Asahi Shimbun = The Asahi Shimbun ; Asahi Shimbun ; 朝日新聞
The Yomiuri Shimbun = The Yomiuri Shimbun ; Yomiuri Shimbun ; Yomiuri ; 読売新聞
The Mainichi Shimbun = The Mainichi Shimbun ; Mainichi Shimbun ; 毎日新聞
Nikkei = Nikkei ; 日本経済新聞
Der Spiegel = Der Spiegel ; DER SPIEGEL
Die Zeit = Die Zeit
Süddeutsche Zeitung = Süddeutsche Zeitung ; SZ Photo
Le Monde = Le Monde
Le Figaro = Le Figaro
Libération = Libération
L'Equipe = L'Équipe ; L'Equipe
Paris Match = Paris Match
El País = El País
El Mundo = El Mundo
La Vanguardia = La Vanguardia
Corriere della Sera = Corriere della Sera
La Repubblica = La Repubblica
La Stampa = La Stampa
O Globo = O Globo ; Agência O Globo
Folha de S.Paulo = Folha de S.Paulo
Clarín = Clarín
La Nación = La Nación
Aftonbladet = Aftonbladet
Expressen = Expressen
Dagens Nyheter = Dagens Nyheter
Helsingin Sanomat = Helsingin Sanomat
VG = Verdens Gang
Politiken = Politiken
De Telegraaf = De Telegraaf
Novaya Gazeta = Novaya Gazeta
Gazeta Wyborcza = Gazeta Wyborcza
National Geographic = National Geographic
Newsweek = Newsweek`,
  },
  {
    kind: 'broadcaster',
    source: 'broadcasters whose pictures and stills are passed on',
    settled: false,
    rows: `
ITV News Wales = ITV News Wales
Sky News = Sky News
Channel 4 = Channel 4 ; Channel 4 News
ABC = American Broadcasting Company ; ABC News
NBC = National Broadcasting Company ; NBC News ; NBCUniversal ; NBCU Photo Bank
CBS = CBS ; CBS News ; CBS Photo Archive
Fox News = Fox News ; FOX News
PBS = Public Broadcasting Service
NPR = National Public Radio
CBC = Canadian Broadcasting Corporation ; CBC News
RTÉ = RTÉ ; RTE ; RTÉ News
ARD = ARD
ZDF = Zweites Deutsches Fernsehen
WDR = Westdeutscher Rundfunk
NDR = Norddeutscher Rundfunk
ORF = Österreichischer Rundfunk
SRF = Schweizer Radio und Fernsehen
Deutsche Welle = Deutsche Welle ; DW
France Télévisions = France Télévisions ; France 24
TF1 = TF1
RAI = RAI Radiotelevisione italiana
RTVE = Radiotelevisión Española
NOS = Nederlandse Omroep Stichting
VRT = Vlaamse Radio- en Televisieomroeporganisatie
SVT = Sveriges Television
NRK = Norsk rikskringkasting
DR = Danmarks Radio
Yle = Yleisradio ; YLE
TVP = Telewizja Polska
NHK = NHK
KBS = Korean Broadcasting System
CCTV = China Central Television ; CGTN
Al Jazeera = Al Jazeera
Al Arabiya = Al Arabiya
RFE/RL = Radio Free Europe/Radio Liberty ; Radio Free Europe
VOA = Voice of America
TV Globo = TV Globo
Televisa = Televisa
SABC = South African Broadcasting Corporation
Euronews = Euronews`,
  },
  {
    kind: 'company',
    source: 'companies that hand out pictures, satellite operators first',
    settled: false,
    rows: `
Airbus = Airbus ; Airbus DS
Copernicus = Copernicus Sentinel ; Copernicus Sentinel data
BlackSky = BlackSky
Blue Origin = Blue Origin
Boeing = Boeing
Disney = Disney ; Walt Disney Pictures ; Disney+
Warner Bros. = Warner Bros. ; Warner Bros. Pictures ; Warner Bros
Universal Pictures = Universal Pictures
Paramount Pictures = Paramount Pictures ; Paramount
Sony Pictures = Sony Pictures ; Sony Pictures Entertainment
HBO = HBO ; Home Box Office
Apple = Apple
Google = Google ; Google Earth ; Google Maps ; Google Street View
Tesla = Tesla
Amazon = Amazon ; Amazon Prime Video ; Prime Video ; Amazon Studios
Hulu = Hulu
Peacock = Peacock
HBO Max = HBO Max
Apple TV+ = Apple TV+ ; Apple TV Plus
Marvel = Marvel ; Marvel Studios ; Marvel Entertainment
Pixar = Pixar
DreamWorks = DreamWorks ; DreamWorks Animation
Lionsgate = Lionsgate
Lucasfilm = Lucasfilm ; Lucasfilm Ltd.
Walmart = Walmart
Microsoft = Microsoft
OpenAI = OpenAI
Nvidia = NVIDIA ; Nvidia
Samsung = Samsung ; Samsung Electronics
Toyota = Toyota
Nissan = Nissan
Hyundai = Hyundai
Volkswagen = Volkswagen
Mercedes-Benz = Mercedes-Benz
Nintendo = Nintendo
Lockheed Martin = Lockheed Martin
Northrop Grumman = Northrop Grumman
Boston Dynamics = Boston Dynamics
Virgin Galactic = Virgin Galactic
Rocket Lab = Rocket Lab
Christie's = Christie's
Sotheby's = Sotheby's
Bonhams = Bonhams
Cedars-Sinai = Cedars-Sinai ; Cedars-Sinai Medical Center
Universal Music = Universal Music ; Universal Music Group
Sony Music = Sony Music ; Sony Music Entertainment
Photofest = Photofest`,
  },
  {
    kind: 'other',
    source: 'sports bodies and clubs that hand out pictures of their own, where the name alone does not say so',
    settled: false,
    rows: `
FIFA = Fédération internationale de football association
UEFA = Union of European Football Associations
IOC = International Olympic Committee
World Athletics = World Athletics
Premier League = Premier League
Formula One = Formula One ; Formula 1
Wimbledon = Wimbledon ; AELTC
Red Bull Content Pool = Red Bull Content Pool
Real Madrid = Real Madrid ; Real Madrid CF
Atlético de Madrid = Atlético de Madrid ; Atletico Madrid ; Atlético Madrid
AC Milan = AC Milan
Juventus = Juventus
AS Roma = AS Roma
SL Benfica = SL Benfica ; Benfica
Sporting CP = Sporting CP
FC Porto = FC Porto
Ajax = Ajax ; AFC Ajax
PSV = PSV ; PSV Eindhoven
Feyenoord = Feyenoord
Borussia Dortmund = Borussia Dortmund
Bayer Leverkusen = Bayer Leverkusen ; Bayer 04 Leverkusen
Paris Saint-Germain = Paris Saint-Germain ; PSG
Olympique de Marseille = Olympique de Marseille
Celtic = Celtic ; Celtic FC
Manchester City = Manchester City
Liverpool FC = Liverpool FC
Arsenal = Arsenal ; Arsenal FC
Galatasaray = Galatasaray
Fenerbahçe = Fenerbahçe
Boca Juniors = Boca Juniors
River Plate = River Plate
Flamengo = Flamengo
Al Nassr = Al Nassr
Al Hilal = Al Hilal`,
  },
];
