// Languages by name, and the small words that give a language away in running text.

/** Names, codes of ISO 639-2 and countries that wires use, in lower case → BCP 47. */
export const languageNames: ReadonlyMap<string, string> = new Map(
  (
    'english en eng en|german de ger de|deutsch de deu de|french fr fre fr|français fr fra fr|francais fr fr fr|spanish es spa es|español es es es|espanol es es es|italian it ita it|italiano it it it|portuguese pt por pt|português pt pt pt|' +
    'dutch nl dut nl|nederlands nl nld nl|swedish sv swe sv|svenska sv sv sv|norwegian no nor no|norsk no no no|bokmål nb nob nb|danish da dan da|dansk da da da|finnish fi fin fi|suomi fi fi fi|polish pl pol pl|polski pl pl pl|' +
    'russian ru rus ru|русский ru ru ru|turkish tr tur tr|türkçe tr tr tr|japanese ja jpn ja|日本語 ja jp ja|chinese zh chi zh|中文 zh zho zh|korean ko kor ko|한국어 ko ko ko|arabic ar ara ar|العربية ar ar ar|hebrew he heb he|greek el gre el|ελληνικά el ell el|' +
    'czech cs cze cs|čeština cs ces cs|slovak sk slo sk|hungarian hu hun hu|magyar hu hu hu|romanian ro rum ro|română ro ron ro|ukrainian uk ukr uk|українська uk uk uk|croatian hr hrv hr|serbian sr srp sr|catalan ca cat ca|hindi hi hin hi|indonesian id ind id|vietnamese vi vie vi|thai th tha th|persian fa per fa|' +
    // Codes of countries, where a language is asked for and none has that code.
    'gb en-GB|us en-US|dk da|cn zh|gr el|ua uk'
  )
    .split('|')
    .flatMap((row) => {
      const words = row.split(' ');
      return words.slice(0, -1).map((word) => [word, words.at(-1)!] as const);
    }),
);

/** Frequent words of each language that are rare in the others. */
export const smallWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['en', 'the and of to in that was for is on with his said by at from have has who their which after'],
      [
        'de',
        'der die das und ist nicht den dem von mit sich auf für ein eine im auch nach wie bei aus sind wurde wird',
      ],
      [
        'fr',
        'le la les des et est une dans pour que qui sur au avec par du pas ont été aux cette son ses ce d c il elle nous',
      ],
      ['es', 'el la los las de que y en un una por con para del se su como más pero fue ha sus este al'],
      ['it', 'il di che la e un una per con del della dei sono è nel alla ha non gli anche più dal delle'],
      ['pt', 'o a os as de que e em um uma para com do da dos das não no na se por mais foi ao seu'],
      ['nl', 'de het een en van in op te dat voor met zijn niet aan er om ook bij naar door werd worden'],
      ['sv', 'och att det som en på är av för med den inte till var har om ett från vid kan efter'],
      [
        'nb',
        'og det som på er av for med den ikke til har om en et fra var ble etter seg blir noe hva mot ut mellom uten sier opplyser gikk noen',
      ],
      [
        'da',
        'og det som på er af for med den ikke til har om en et fra var blev efter sig bliver noget hvad mod ud mellem uden siger oplyser gik nogen',
      ],
      ['fi', 'ja on ei että se oli mutta hän ovat kuin myös tai mukaan sen jo kun vuoden ole ettei'],
      ['pl', 'i w na z się do nie że jest o to jak po przez dla od za był oraz został które'],
      ['cs', 'a v na se že je s z do o to jako za by pro ale po jsem byl podle také od které'],
      ['hu', 'a az és hogy nem egy is volt meg ez csak mint el még már de van lesz szerint'],
      ['ro', 'și în de la că pe cu nu este a fost din pentru un o care au mai sunt după'],
      ['tr', 've bir bu için ile olarak da de çok daha olan gibi kadar sonra ise değil en var'],
      ['hr', 'i je u na se da su za od s ne će koji što kako ali iz prema bio biti'],
      ['id', 'yang dan di ini itu dengan untuk dari pada tidak dalam akan ke oleh telah'],
      ['vi', 'và của là có cho không được trong một các với người này những đã'],
      ['ca', 'el la els les de que i en un una per amb del és al no ha aquest però més'],
    ] as const
  ).map(([tag, list]) => [tag, new Set(list.split(' '))] as const),
);

/** Letters that one language alone writes among those that use the Latin script here. */
export const ownLetters: ReadonlyMap<string, RegExp> = new Map([
  ['tr', /[ığİ]/gu],
  ['pl', /[łż]/gu],
  ['cs', /[řů]/gu],
  ['hu', /[őű]/gu],
  ['ro', /[țșţ]/gu],
]);
