/** The way to where one signs in, and back. */

/** The address of the page for signing in that leads back to `url` (path and query). */
export function signInPath(url: string, hasEnded: boolean): string {
  // Asked once more on the way there: the page that one comes from stays until the next one is loaded.
  if (/^\/(?:da|en)\/operator\/sign-in/.test(url)) return url;
  const language = url.startsWith('/en') ? 'en' : 'da';
  const query = new URLSearchParams({ next: url, ...(hasEnded && { ended: '1' }) });
  return `/${language}/operator/sign-in?${query}`;
}

/** Where to go once signed in: only into the console, whatever stands in the address, in the language of now. */
export function wayBack(next: string | undefined, language: 'da' | 'en'): string {
  const overview = `/${language}/operator`;
  const rest = /^\/(?:da|en)(\/operator(?:[/?].*)?)$/.exec(next ?? '')?.[1];
  if (rest === undefined || rest.startsWith('/operator/sign-in')) return overview;
  return `/${language}${rest}`;
}
