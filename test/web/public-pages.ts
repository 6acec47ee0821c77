/** The pages that anybody sees of the bundled example, by their path below the language. */
export const PUBLIC_PAGES = [
  '/',
  '/?size=individuals&colour=theme&zoom=rkkp',
  '/?view=timeline&since=1977',
  '/?view=list&q=kr%C3%A6ft&grade=D',
  '/?q=qqqqqq',
  '/registers/eksempel-dokumentation.lpr',
  '/registers/eksempel-fillister.covid',
  '/variables?q=dato',
  '/variables/PNR',
  '/owners',
  '/owners/rkkp',
  '/themes',
  '/changes',
  '/about',
  '/accessibility',
  '/nowhere',
] as const;
