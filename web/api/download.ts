/** Saves what only who is signed in may have: a plain link would ask for it without the token. */
import { failureOfResponse } from './failure.ts';
import { freshToken } from './session.ts';

/** Fetches `path` and hands it to the browser as the file `name`. @throws what `failureOf` can tell. */
export async function download(path: string, name: string): Promise<string> {
  const response = await fetch(path, { headers: { authorization: `Bearer ${(await freshToken()) ?? ''}` } });
  if (!response.ok) throw await failureOfResponse(response);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken it once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 0);
  return name;
}
