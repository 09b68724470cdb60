// Which letters beyond ASCII each language writes: a text read in the wrong character set has letters that no one language has together.

/** Single-byte sets, the likeliest first; a draw goes to the first. */
export const singleByteSets = [
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1256',
  'windows-1255',
  'iso-8859-2',
  'windows-1257',
  'macintosh',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
] as const;

export const wideSets = ['shift_jis', 'euc-jp', 'gb18030', 'euc-kr', 'big5'] as const;

export const latinAlphabets: readonly string[] = [
  'äöüß',
  'àâçéèêëîïôùûüÿœæ',
  'áéíñóúüºª',
  'àèéìîòùº',
  'ãõáâàçéêíóôúü',
  'ëïéèöüáó',
  'åäöé',
  'æøåéöäü',
  'äöåšž',
  'áéíóúýþæðö',
  'çğıöşüİâî',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'čćđšž',
  'õäöüšž',
  'āčēģīķļņšūž',
  'ąčęėįšųūž',
  'àçéèíïóòúü',
];

/** Scripts of their own, each with the letters that make up most of any text in it. */
export const scriptAlphabets: readonly { readonly script: RegExp; readonly frequent: RegExp }[] = [
  { script: /\p{Script=Cyrillic}/u, frequent: /[оеаинтсрвлк]/iu },
  { script: /\p{Script=Greek}/u, frequent: /[αεηιουσςτνρκά]/iu },
  { script: /\p{Script=Arabic}/u, frequent: /[اليمونرتبة]/u },
  { script: /\p{Script=Hebrew}/u, frequent: /[יוהלאמרתבשנםע]/u },
];
