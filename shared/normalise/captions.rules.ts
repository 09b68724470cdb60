// Words that announce a picture credit or a caption, in the languages we meet.

/** What may stand before a colon or "by" and says that a picture credit follows. */
export const creditWords =
  'mandatory credit|photo credits?|picture credits?|image credits?|photo by|photos by|picture by|pictures by|image by|images by|photography by|photo courtesy of|picture courtesy of|image courtesy of|' +
  'photo|photos|photograph|photographs|picture|pictures|image|images|pic|pics|credit|credits|file photo|handout photo|courtesy|courtesy of|' +
  'foto|fotos|fotograf|fotografin|bild|bilder|bildnachweis|bildrechte|archivfoto|symbolbild|fotocredit|' +
  'crédit photo|crédits photo|crédit|crédits|photo crédit|photographie|crédito|créditos|fotografía|fotografia|foto de|imagen|imágenes|credito|crediti|immagine|' +
  'beeld|kuva|kuvat|valokuva|billede|zdjęcie|zdjęcia|fot|zdroj|fotó|fotografija|фото|фотография|снимок|φωτογραφία|fotoğraf|写真|写真提供|撮影|照片|图片|사진';

/** What may stand before a colon and says that a caption follows. */
export const captionWords =
  'caption|pic shows|picture shows|photo shows|pictured|das foto zeigt|das bild zeigt|im bild|photo caption|pic caption|picture caption|image caption|cutline|bildunterschrift|bildtext|légende|legende|leyenda|pie de foto|didascalia|legenda|kuvateksti|キャプション';
