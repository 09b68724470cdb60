// Endings of the formats that feeds come in, for those who only check names: the formats themselves bring everything that renders them.

export const feedExtensions = ['rss', 'atom', 'json', 'newsml', 'ninjs', 'sitemap'] as const;
