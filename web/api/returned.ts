/**
 * What a provider sends somebody back with stands in the address, and whoever has it may be let in: it is taken out before
 * anything is drawn, so that it is in no history, no picture of the screen and no address that is passed on.
 */

/** Where providers are told to lead back to, exactly (infra/stages/identity.ts). */
const CALLBACK = /^\/(?:da|en)\/operator$/;

/** The first of them is what a provider must send, the other why it does not. */
const MARKS = ['code', 'error'];

let returned: URLSearchParams | undefined;

/** Takes it out of the address, which becomes that of the page where one signs in. To be called before the pages begin. */
export function takeReturned(): void {
  const { pathname, search } = location;
  const query = new URLSearchParams(search);
  if (!CALLBACK.test(pathname) || !MARKS.some((mark) => query.has(mark))) return;
  returned = query;
  history.replaceState(null, '', `${pathname}/sign-in`);
}

/** What was taken out, to the first who asks: it is good for one attempt. */
export function claimReturned(): URLSearchParams | undefined {
  const claimed = returned;
  returned = undefined;
  return claimed;
}
