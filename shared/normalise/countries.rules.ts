// Countries in plain English with the adjectives that wires put before a ministry: "Polish Defence Ministry". `Country: adjective, adjective`.

import { atFirstNeed } from '../at-first-need.ts';

const rows = `
Afghanistan: Afghan, Afghani|Albania: Albanian|Algeria: Algerian|Angola: Angolan|Argentina: Argentine, Argentinian|Armenia: Armenian|Australia: Australian|Austria: Austrian|Azerbaijan: Azerbaijani, Azeri|
Bahrain: Bahraini|Bangladesh: Bangladeshi|Belarus: Belarusian, Belarussian, Belorussian|Belgium: Belgian|Benin: Beninese|Bhutan: Bhutanese|Bolivia: Bolivian|Bosnia and Herzegovina: Bosnian|Botswana: Botswanan|Brazil: Brazilian|Brunei: Bruneian|Bulgaria: Bulgarian|Burkina Faso: Burkinabe|Burundi: Burundian|
Cambodia: Cambodian|Cameroon: Cameroonian|Canada: Canadian|Chad: Chadian|Chile: Chilean|China: Chinese, PRC|Colombia: Colombian|Congo: Congolese|Costa Rica: Costa Rican|Croatia: Croatian, Croat|Cuba: Cuban|Cyprus: Cypriot|Czech Republic: Czech, Czechia|
Denmark: Danish|Djibouti: Djiboutian|Dominican Republic: Dominican|Ecuador: Ecuadorian, Ecuadorean|Egypt: Egyptian|El Salvador: Salvadoran, Salvadorean|Eritrea: Eritrean|Estonia: Estonian|Ethiopia: Ethiopian|
Fiji: Fijian|Finland: Finnish|France: French|Gabon: Gabonese|Georgia: Georgian|Germany: German|Ghana: Ghanaian|Greece: Greek, Hellenic|Guatemala: Guatemalan|Guinea: Guinean|Guyana: Guyanese|
Haiti: Haitian|Honduras: Honduran|Hungary: Hungarian|Iceland: Icelandic|India: Indian|Indonesia: Indonesian|Iran: Iranian|Iraq: Iraqi|Ireland: Irish|Israel: Israeli|Italy: Italian|Ivory Coast: Ivorian|
Jamaica: Jamaican|Japan: Japanese|Jordan: Jordanian|Kazakhstan: Kazakh, Kazakhstani|Kenya: Kenyan|Kosovo: Kosovar|Kuwait: Kuwaiti|Kyrgyzstan: Kyrgyz|Laos: Lao, Laotian|Latvia: Latvian|Lebanon: Lebanese|Liberia: Liberian|Libya: Libyan|Lithuania: Lithuanian|Luxembourg: Luxembourgish|
Madagascar: Malagasy|Malawi: Malawian|Malaysia: Malaysian|Maldives: Maldivian|Mali: Malian|Malta: Maltese|Mauritania: Mauritanian|Mauritius: Mauritian|Mexico: Mexican|Moldova: Moldovan|Mongolia: Mongolian|Montenegro: Montenegrin|Morocco: Moroccan|Mozambique: Mozambican|Myanmar: Burmese, Myanmarese, Burma|
Namibia: Namibian|Nepal: Nepalese, Nepali|Netherlands: Dutch, the Netherlands, The Netherlands|New Zealand: New Zealander|Nicaragua: Nicaraguan|Niger: Nigerien|Nigeria: Nigerian|North Korea: North Korean, DPRK|North Macedonia: Macedonian, North Macedonian|Norway: Norwegian|
Oman: Omani|Pakistan: Pakistani|Panama: Panamanian|Papua New Guinea: Papuan|Paraguay: Paraguayan|Peru: Peruvian|Philippines: Philippine, Filipino, the Philippines|Poland: Polish|Portugal: Portuguese|Qatar: Qatari|Romania: Romanian|Russia: Russian, the Russian Federation, Russian Federation|Rwanda: Rwandan|
Saudi Arabia: Saudi, Saudi Arabian|Senegal: Senegalese|Serbia: Serbian|Sierra Leone: Sierra Leonean|Singapore: Singaporean|Slovakia: Slovak, Slovakian|Slovenia: Slovenian, Slovene|Somalia: Somali|South Africa: South African|South Korea: South Korean, ROK, Republic of Korea, the Republic of Korea|South Sudan: South Sudanese|Spain: Spanish|Sri Lanka: Sri Lankan|Sudan: Sudanese|Sweden: Swedish|Switzerland: Swiss|Syria: Syrian|
Taiwan: Taiwanese|Tajikistan: Tajik|Tanzania: Tanzanian|Thailand: Thai|Togo: Togolese|Tonga: Tongan|Trinidad and Tobago: Trinidadian|Tunisia: Tunisian|Turkey: Turkish, Türkiye, Turkiye|Turkmenistan: Turkmen|Uganda: Ugandan|Ukraine: Ukrainian|United Arab Emirates: Emirati, UAE, the United Arab Emirates|Uruguay: Uruguayan|Uzbekistan: Uzbek|
Venezuela: Venezuelan|Vietnam: Vietnamese|Yemen: Yemeni|Zambia: Zambian|Zimbabwe: Zimbabwean`;

/** From a name or adjective in lower case to the country. */
export const countryNames = atFirstNeed(
  (): ReadonlyMap<string, string> =>
    new Map(
      rows
        .split('|')
        .map((row) => row.trim().split(': '))
        .flatMap(([country = '', adjectives = '']) =>
          [country, ...adjectives.split(', ')].map((word) => [word.trim().toLowerCase(), country] as const),
        ),
    ),
);
