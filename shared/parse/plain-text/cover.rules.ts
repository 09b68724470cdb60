// How letters begin and end, in the languages we meet.

/** "Hi desk,", "Dear Editor:", "Sehr geehrte Damen und Herren,", "Bonjour,". */
export const letterGreeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|bonsoir|madame|chère?s?|hola|buenos días|buenas (?:tardes|noches)|estimad[oa]s?|ciao|salve|buongiorno|gentile|gentili|spett\.?le|olá|bom dia|boa tarde|caros?|car[oa]s?|beste|geachte|hej|hei|god (?:morgen|dag)|dzień dobry|szanowni|merhaba|sayın|здравствуйте|добрый день)\b[^.!?\n]{0,60}[,:!–-]?$/iu;

/** "Best,", "Kind regards", "Mit freundlichen Grüßen", "Cordialement,". */
export const letterClosing =
  /^(?:(?:with )?(?:all |my )?(?:best|kind|kindest|warm|warmest|many)(?: (?:regards|wishes|thanks))?|regards|thanks(?: (?:again|a lot|so much))?|thank you|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?|mit (?:freundlichen|besten|herzlichen|lieben) gr[uü](?:ß|ss)en|(?:viele|beste|liebe|herzliche|schöne|freundliche) gr[uü](?:ß|ss)e|mfg|vielen dank|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations(?: distinguées)?|merci|(?:un )?(?:cordial )?saludos?(?: cordiales)?|un saludo|atentamente|gracias|cordiali saluti|distinti saluti|un saluto|grazie|(?:com os )?melhores cumprimentos|cumprimentos|obrigad[oa]|atenciosamente|(?:met )?vriendelijke groet(?:en)?|(?:med )?vänlig(?:a)? hälsning(?:ar)?|(?:med )?(?:venlig|vennlig) hils(?:en|ing)|mvh|ystävällisin terveisin|pozdrawiam|z poważaniem|saygılarımla|iyi çalışmalar|с уважением)\s*[,.!–-]?$/iu;

/** What a letter says of the copy below it. */
export const letterWords =
  /\b(?:attached|enclosed|below|here(?:'s|’s| is| are)|please find|as (?:agreed|discussed|promised)|follow(?:s|ing)?|press release|for your (?:information|consideration)|hope (?:you|this)|anbei|nachfolgend|nachstehend|unten|im anhang|pressemitteilung|ci-dessous|ci-joint|veuillez|communiqué|adjunt[oa]|a continuación|nota de prensa|in allegato|allegat[oa]|di seguito|comunicato|em anexo|segue|abaixo|bijgevoegd|onderstaand|bifogat|nedan|vedlagt|vedhæftet|nedenfor|w załączeniu|poniżej|aşağıda|ekte)\b/iu;
