// For partners who must print credits as the agency wrote them: "Jane Roe/AFP/Getty Images" goes out as "(Photo by JANE ROE/AFP via Getty Images)".

import type { Story } from '../story.ts';

/** The story with every credit line in the wire's own words; names and organisations stay as they were read. */
export function inWireWords(story: Story): Story {
  return {
    ...story,
    pictures: story.pictures.map((picture) =>
      picture.credit ? { ...picture, credit: { ...picture.credit, line: picture.credit.given } } : picture,
    ),
  };
}
