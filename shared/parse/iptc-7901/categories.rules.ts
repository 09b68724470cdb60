// Categories of IPTC 7901 services, by their code as the wire writes it: "i" → International; and who stands behind a service: "eca" → dpa.

/** Single letters and pairs of dpa in small letters, pairs of APA in capitals. A code that is not here keeps its code and has no name. */
export const categoryNames: ReadonlyMap<string, string> = new Map([
  ['a', 'General news'], ['e', 'Entertainment'], ['f', 'Business and finance'], ['i', 'International'], ['l', 'Lifestyle'], ['p', 'Politics'], ['s', 'Sport'], ['v', 'Advisories'],
  ['pl', 'Politics'], ['wi', 'Business'], ['ku', 'Culture'], ['vm', 'Miscellaneous'], ['sp', 'Sport'], ['rs', 'Editorial service'],
  ['AI', 'Foreign affairs'], ['II', 'Domestic politics'], ['WI', 'Business'], ['KI', 'Culture'], ['CI', 'Chronicle'], ['SI', 'Sport'],
]);

/** The agency by a service's or agency's code in small letters. */
export const agencies: ReadonlyMap<string, string> = new Map([
  ['dpa', 'dpa'], ['eca', 'dpa'], ['ecp', 'dpa'], ['bdt', 'dpa'], ['lby', 'dpa'], ['dpa-tns', 'dpa'], ['dpa-afx', 'dpa-AFX'], ['apa', 'APA'], ['ots', 'OTS'], ['afp', 'AFP'], ['sda', 'SDA'], ['ats', 'ATS'],
  ['ap', 'AP'], ['anp', 'ANP'], ['belga', 'Belga'], ['reuters', 'Reuters'], ['rtr', 'Reuters'], ['tt', 'TT'], ['ntb', 'NTB'], ['ritzau', 'Ritzau'], ['stt', 'STT'], ['pap', 'PAP'], ['mti', 'MTI'],
  ['kna', 'KNA'], ['epd', 'epd'], ['sid', 'SID'], ['dapd', 'dapd'], ['ddp', 'ddp'],
]);
