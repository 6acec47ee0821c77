/** European laws by the addresses that people copy. */

const ELI_PAGE =
  /^https?:\/\/(?:eur-lex\.europa\.eu|data\.europa\.eu)\/eli\/(reg|reg_impl|reg_del|dir|dec)\/(\d{4})\/(\d+)/i;
const CELEX = /^https?:\/\/eur-lex\.europa\.eu\/.*CELEX(?::|%3A)3(\d{4})([RLD])(\d{4})/i;
const kinds: Readonly<Record<string, string>> = { R: 'reg', L: 'dir', D: 'dec' };

/** The ELI IRI of a law named by a page of EUR-Lex, which HealthDCAT-AP asks for; any other IRI as it is. */
export const eliOf = (iri: string): string => {
  const page = ELI_PAGE.exec(iri);
  if (page !== null) return `http://data.europa.eu/eli/${page[1]?.toLowerCase()}/${page[2]}/${page[3]}/oj`;
  const celex = CELEX.exec(iri);
  if (celex === null) return iri;
  const kind = kinds[(celex[2] ?? '').toUpperCase()];
  return kind === undefined ? iri : `http://data.europa.eu/eli/${kind}/${celex[1]}/${Number(celex[3])}/oj`;
};
