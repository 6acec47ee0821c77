/**
 * Every code that a run reports, with what it means and what the owner can do, in English and Danish. Codes are stable:
 * owners filter by them and runs are compared by them, so a code is never renamed or given another meaning.
 */
import type { Severity } from './problem.ts';

interface ProblemCode {
  readonly severity: Severity;
  readonly en: string;
  readonly da: string;
}

export const problemCodes = {
  // Pages
  'wrong-media': {
    severity: 'error',
    en: 'The page is not in the format of the source; an error page or a login page may have been sent instead.',
    da: 'Siden har ikke kildens format; måske blev der sendt en fejlside eller en login-side.',
  },
  truncated: {
    severity: 'error',
    en: 'The page ends before its end; what came before it was read.',
    da: 'Siden slutter for tidligt; det, der kom før, er læst.',
  },
  'syntax-error': {
    severity: 'error',
    en: 'The text does not follow the rules of its format at this place.',
    da: 'Teksten følger ikke formatets regler på dette sted.',
  },
  'no-answer': {
    severity: 'error',
    en: 'The server could not be reached, or stopped before the page was whole.',
    da: 'Serveren kunne ikke nås, eller den standsede, før siden var hel.',
  },
  // Hosts (why a page could not be had)
  'dns-failure': {
    severity: 'error',
    en: 'The name of the host could not be resolved; it may be misspelt, or no longer be registered.',
    da: 'Værtens navn kunne ikke slås op; det kan være stavet forkert eller ikke længere være registreret.',
  },
  'tls-failure': {
    severity: 'error',
    en: "The host's certificate is not valid for it, or no encryption could be agreed on; the owner must renew or complete it.",
    da: 'Værtens certifikat er ikke gyldigt for den, eller der kunne ikke aftales kryptering; ejeren må forny eller fuldstændiggøre det.',
  },
  'connection-refused': {
    severity: 'error',
    en: 'The host refused the connection; no server listens there, or a firewall closes it.',
    da: 'Værten afviste forbindelsen; ingen server lytter dér, eller en firewall lukker.',
  },
  'connection-reset': {
    severity: 'error',
    en: 'The connection broke off before the page was whole.',
    da: 'Forbindelsen blev afbrudt, før siden var hel.',
  },
  timeout: {
    severity: 'error',
    en: 'The server took too long to connect, to answer, or to send the page.',
    da: 'Serveren var for længe om at forbinde, svare eller sende siden.',
  },
  'wrong-length': {
    severity: 'error',
    en: 'The server sent fewer bytes than it announced; the page is not whole.',
    da: 'Serveren sendte færre bytes, end den havde oplyst; siden er ikke hel.',
  },
  'bad-compression': {
    severity: 'error',
    en: 'The page was sent compressed and could not be unpacked.',
    da: 'Siden blev sendt komprimeret og kunne ikke pakkes ud.',
  },
  'decompression-bomb': {
    severity: 'error',
    en: 'The page unpacks to so many times its size that it was not read on.',
    da: 'Siden pakkes ud til så mange gange sin størrelse, at den ikke blev læst videre.',
  },
  'header-too-large': {
    severity: 'error',
    en: "The header of the server's answer is larger than the largest that is read.",
    da: 'Hovedet i serverens svar er større end det største, der læses.',
  },
  'not-http': {
    severity: 'error',
    en: "The server's answer does not follow the rules of HTTP.",
    da: 'Serverens svar følger ikke reglerne for HTTP.',
  },
  'host-unavailable': {
    severity: 'error',
    en: 'The host failed too often in a row; the rest of its pages were not asked for, and nothing on them is taken for gone.',
    da: 'Værten fejlede for mange gange i træk; resten af dens sider blev ikke hentet, og intet på dem regnes for forsvundet.',
  },
  'host-busy': {
    severity: 'error',
    en: 'Other requests of ours were with the host for so long that the page was left to the next run.',
    da: 'Andre af vores forespørgsler var hos værten så længe, at siden er overladt til næste kørsel.',
  },
  'asked-to-wait': {
    severity: 'error',
    en: 'The host asked to be left alone for longer than a run waits; it is asked again when that time is over.',
    da: 'Værten bad om at blive ladt i fred længere, end en kørsel venter; den spørges igen, når tiden er gået.',
  },
  'secret-missing': {
    severity: 'error',
    en: 'The source names a secret that is not set; the message says where an operator sets it.',
    da: 'Kilden nævner en hemmelighed, der ikke er sat; meddelelsen siger, hvor en operatør sætter den.',
  },
  'secret-unreadable': {
    severity: 'error',
    en: 'The secret that the source names could not be read from where secrets lie.',
    da: 'Hemmeligheden, som kilden nævner, kunne ikke læses, hvor hemmeligheder ligger.',
  },
  'token-refused': {
    severity: 'error',
    en: 'The token endpoint of the source gave no token; the client or its secret may have been changed.',
    da: 'Kildens tokenadresse gav intet token; klienten eller dens hemmelighed kan være ændret.',
  },
  'credentials-echoed': {
    severity: 'error',
    en: 'The page repeats the secret that it was asked with, so it was neither read nor kept.',
    da: 'Siden gentager den hemmelighed, den blev hentet med, så den er hverken læst eller gemt.',
  },
  'address-refused': {
    severity: 'error',
    en: 'The address is not on the public internet; an operator can let it through by name.',
    da: 'Adressen ligger ikke på det offentlige internet; en operatør kan tillade den ved navn.',
  },
  'robots-disallowed': {
    severity: 'error',
    en: "The host's robots.txt does not let us read this page; the owner can allow it there.",
    da: 'Værtens robots.txt lader os ikke læse denne side; ejeren kan tillade det dér.',
  },
  'robots-unreachable': {
    severity: 'error',
    en: "The host's robots.txt could not be had, and until it can nothing is read from the host.",
    da: 'Værtens robots.txt kunne ikke hentes, og indtil den kan, læses der intet fra værten.',
  },
  'page-too-large': {
    severity: 'error',
    en: 'The page is larger than the largest that is read.',
    da: 'Siden er større end den største, der læses.',
  },
  'bad-redirect': {
    severity: 'error',
    en: 'The page redirects to something that is not a web address.',
    da: 'Siden omdirigerer til noget, der ikke er en webadresse.',
  },
  'too-many-redirects': {
    severity: 'error',
    en: 'The page redirects again and again.',
    da: 'Siden omdirigerer igen og igen.',
  },
  'bad-address': {
    severity: 'warning',
    en: 'The page names a further page by something that is not a web address.',
    da: 'Siden henviser til en videre side med noget, der ikke er en webadresse.',
  },
  'page-loop': {
    severity: 'error',
    en: 'The paging leads back to a page that was read before; what should have come after it was not seen.',
    da: 'Bladringen fører tilbage til en side, der er læst; det, der skulle komme efter den, er ikke set.',
  },
  'not-archived': {
    severity: 'error',
    en: 'The archive does not have the page as it was received; the next run asks for it again.',
    da: 'Arkivet har ikke siden, som den blev modtaget; næste kørsel henter den igen.',
  },
  'too-many-pages': {
    severity: 'error',
    en: 'The source has more pages than a run reads; the rest was not seen.',
    da: 'Kilden har flere sider, end en kørsel læser; resten er ikke set.',
  },
  'fewer-than-claimed': {
    severity: 'error',
    en: 'The source says that it has more records than its pages held.',
    da: 'Kilden siger, at den har flere poster, end dens sider indeholdt.',
  },
  // Records
  'no-identity': {
    severity: 'error',
    en: 'The record has no identifier, address or landing page to know it by the next time.',
    da: 'Posten har hverken identifikator, adresse eller destinationsside at kende den på næste gang.',
  },
  'unknown-value': {
    severity: 'warning',
    en: 'The value is not in the vocabulary of this property; it was kept as written.',
    da: 'Værdien findes ikke i egenskabens ordforråd; den er beholdt, som den var skrevet.',
  },
  // Values (what the normaliser could not take, or changed)
  'identity-from-content': {
    severity: 'warning',
    en: 'Nothing names the record, so it is known by its content: once it changes, it becomes another record.',
    da: 'Intet navngiver posten, så den kendes på sit indhold: ændres det, bliver det en anden post.',
  },
  'outside-vocabulary': {
    severity: 'info',
    en: 'The address is not in the recommended vocabulary of this property; it was kept.',
    da: 'Adressen findes ikke i egenskabens anbefalede ordforråd; den er beholdt.',
  },
  'placeholder-value': {
    severity: 'info',
    en: 'The record writes empty texts, NA or the like instead of leaving a property out; they count as no value.',
    da: 'Posten skriver tomme tekster, NA eller lignende i stedet for at udelade en egenskab; de tæller ikke som værdier.',
  },
  'several-values': {
    severity: 'warning',
    en: 'The property takes one value and has several; one was taken, the others stand beside the record.',
    da: 'Egenskaben rummer én værdi og har flere; én er brugt, de andre står ved siden af posten.',
  },
  'several-texts': {
    severity: 'warning',
    en: 'There is more than one text in the same language; one was taken, the others stand beside the record.',
    da: 'Der er flere tekster på samme sprog; én er brugt, de andre står ved siden af posten.',
  },
  'too-many-values': {
    severity: 'warning',
    en: 'The property has more values than a record holds; the rest was left out.',
    da: 'Egenskaben har flere værdier, end en post rummer; resten er udeladt.',
  },
  'text-too-long': {
    severity: 'warning',
    en: 'The text is longer than a record holds; it was cut.',
    da: 'Teksten er længere, end en post rummer; den er afkortet.',
  },
  'too-many-parts': {
    severity: 'warning',
    en: 'The description holds more parts than a record does; this part stands beside the record.',
    da: 'Beskrivelsen har flere dele, end en post rummer; denne del står ved siden af posten.',
  },
  'node-for-text': {
    severity: 'warning',
    en: 'A described thing stands where a text belongs; it was kept as written.',
    da: 'Der står en beskrevet ting, hvor der hører en tekst til; den er beholdt, som den var skrevet.',
  },
  'node-for-value': {
    severity: 'warning',
    en: 'A described thing without address or name stands where a single value belongs; it was kept as written.',
    da: 'Der står en beskrevet ting uden adresse eller navn, hvor der hører én værdi til; den er beholdt, som den var skrevet.',
  },
  'not-an-address': {
    severity: 'warning',
    en: 'The value is no full address; it was kept as written.',
    da: 'Værdien er ikke en fuldstændig adresse; den er beholdt, som den var skrevet.',
  },
  'not-a-date': {
    severity: 'warning',
    en: 'The value is no date, or could mean two; it was kept as written. Write year-month-day.',
    da: 'Værdien er ikke en dato eller kan betyde to; den er beholdt, som den var skrevet. Skriv år-måned-dag.',
  },
  'not-a-duration': {
    severity: 'warning',
    en: 'The value is no duration such as P1Y or PT1H; it was kept as written.',
    da: 'Værdien er ikke en varighed som P1Y eller PT1H; den er beholdt, som den var skrevet.',
  },
  'not-a-number': {
    severity: 'warning',
    en: 'The value is no number of the kind that belongs here; it was kept as written.',
    da: 'Værdien er ikke et tal af den slags, der hører til her; den er beholdt, som den var skrevet.',
  },
  'not-a-boolean': {
    severity: 'warning',
    en: 'The value is neither true nor false; it was kept as written.',
    da: 'Værdien er hverken sand eller falsk; den er beholdt, som den var skrevet.',
  },
  'address-repaired': {
    severity: 'info',
    en: 'The address had spaces, forbidden characters or no scheme; it was repaired.',
    da: 'Adressen havde mellemrum, forbudte tegn eller intet skema; den er repareret.',
  },
  'markup-stripped': {
    severity: 'info',
    en: 'The text held HTML; the plain text was kept.',
    da: 'Teksten indeholdt HTML; den rene tekst er beholdt.',
  },
  'list-split': {
    severity: 'info',
    en: 'Several keywords stood in one text; they were split.',
    da: 'Flere emneord stod i én tekst; de er delt.',
  },
  'date-repaired': {
    severity: 'info',
    en: 'The date was written another way than year-month-day; it was repaired.',
    da: 'Datoen var skrevet anderledes end år-måned-dag; den er repareret.',
  },
  'duration-repaired': {
    severity: 'info',
    en: 'The duration was written another way than P1Y; it was repaired.',
    da: 'Varigheden var skrevet anderledes end P1Y; den er repareret.',
  },
  'number-repaired': {
    severity: 'info',
    en: 'The number had separators or a needless fraction; it was repaired.',
    da: 'Tallet havde skilletegn eller en overflødig brøkdel; det er repareret.',
  },
  'older-form': {
    severity: 'info',
    en: 'The property was written as an older release of its profile has it; it was brought to the present form.',
    da: 'Egenskaben var skrevet, som en ældre udgave af profilen har den; den er ført til den nuværende form.',
  },
  // JSON (what a data.json reader mended)
  'json-repaired': {
    severity: 'info',
    en: 'The JSON had a needless comma, a bracket too many or raw line breaks in a text; it was read as it was meant.',
    da: 'JSON-teksten havde et overflødigt komma, en parentes for meget eller rå linjeskift i en tekst; den er læst, som den var ment.',
  },
  'encoding-repaired': {
    severity: 'info',
    en: 'The text was not in UTF-8; it was read as Windows-1252.',
    da: 'Teksten var ikke i UTF-8; den er læst som Windows-1252.',
  },
  // Portals (CKAN, DKAN, StatBank)
  'source-error': {
    severity: 'error',
    en: 'The source answered with an error message of its own instead of a list.',
    da: 'Kilden svarede med en fejlmeddelelse i stedet for en liste.',
  },
  'not-public': {
    severity: 'info',
    en: 'The source lists records that it does not publish; they are left out.',
    da: 'Kilden viser poster, som den ikke har offentliggjort; de er udeladt.',
  },
  // Web pages
  'no-links-found': {
    severity: 'error',
    en: 'The list page has no link to a register page where there should be some; the site may have changed its shape.',
    da: 'Oversigtssiden har ingen links til registersider, hvor der skulle være nogle; måske er webstedet bygget om.',
  },
  'no-records-found': {
    severity: 'error',
    en: 'The page holds no register where there should be some; the site may have changed its shape.',
    da: 'Siden rummer ingen registre, hvor der skulle være nogle; måske er webstedet bygget om.',
  },
  'login-page': {
    severity: 'error',
    en: 'A login page was sent instead of the page.',
    da: 'Der blev sendt en login-side i stedet for siden.',
  },
  'nested-too-deep': {
    severity: 'error',
    en: 'The tags of the page nest deeper than any page that people read.',
    da: 'Sidens koder er indlejret dybere end på nogen side, mennesker læser.',
  },
  'too-many-links': {
    severity: 'error',
    en: 'The page names more register pages than are read of one page.',
    da: 'Siden nævner flere registersider, end der læses fra én side.',
  },
  'too-many-records': {
    severity: 'error',
    en: 'The page holds more registers than are read of one page.',
    da: 'Siden rummer flere registre, end der læses fra én side.',
  },
  'too-many-variables': {
    severity: 'warning',
    en: 'The page lists more variables than are kept of one page; the number of those left out is told.',
    da: 'Siden opregner flere variabler, end der beholdes fra én side; antallet af udeladte er oplyst.',
  },
  'missing-field': {
    severity: 'error',
    en: 'A field that every register must have was not found where the profile looks for it.',
    da: 'Et felt, som ethvert register skal have, blev ikke fundet, hvor profilen leder efter det.',
  },
  'unreadable-value': {
    severity: 'warning',
    en: 'The text could not be read as the date, period, number or address that its label promises; it was kept as written.',
    da: 'Teksten kunne ikke læses som den dato, periode, det tal eller den adresse, dens ledetekst lover; den er beholdt, som den var skrevet.',
  },
  'value-transformed': {
    severity: 'info',
    en: 'The value was brought to the form of its property; what was written is kept beside it.',
    da: 'Værdien er ført til egenskabens form; det skrevne er beholdt ved siden af.',
  },
  'label-misspelt': {
    severity: 'info',
    en: 'The label is one letter away from a known one and was read as that.',
    da: 'Ledeteksten er ét bogstav fra en kendt og blev læst som den.',
  },
  'wrong-charset': {
    severity: 'warning',
    en: 'The page names a charset that its bytes do not follow; it was read by what they are.',
    da: 'Siden nævner et tegnsæt, som dens bytes ikke følger; den er læst efter, hvad de er.',
  },
  // Pages with schema.org
  'no-dataset': {
    severity: 'info',
    en: 'The page describes no dataset of schema.org, so nothing was taken from it.',
    da: 'Siden beskriver intet datasæt i schema.org, så der er intet taget fra den.',
  },
  'context-supplied': {
    severity: 'info',
    en: 'The JSON-LD of the page names no context; it was read as schema.org. Name it.',
    da: 'Sidens JSON-LD angiver ingen kontekst; den er læst som schema.org. Angiv den.',
  },
  // FAIR Data Points
  'nothing-listed': {
    severity: 'warning',
    en: 'The document names no catalogue or dataset to go on with.',
    da: 'Dokumentet nævner intet katalog eller datasæt at gå videre med.',
  },
  'part-not-found': {
    severity: 'warning',
    en: 'The server has no document for this distribution; the record names it by its address alone.',
    da: 'Serveren har intet dokument for denne distribution; posten nævner den kun ved dens adresse.',
  },
  'part-not-read': {
    severity: 'warning',
    en: 'The dataset has more distributions than are read, or their page does not describe them; they are named by address alone.',
    da: 'Datasættet har flere distributioner, end der læses, eller deres side beskriver dem ikke; de er kun nævnt ved adresse.',
  },
  // RDF pages (what was mended while a page was read, or could not be)
  'prefix-supplied': {
    severity: 'warning',
    en: 'The page uses a prefix that it does not declare; its usual meaning was taken. Declare it.',
    da: 'Siden bruger et præfiks, som den ikke erklærer; dets sædvanlige betydning er brugt. Erklær det.',
  },
  'prefix-unknown': {
    severity: 'warning',
    en: 'The page uses a prefix that it does not declare and that has no usual meaning; its names were kept as written.',
    da: 'Siden bruger et præfiks, som den ikke erklærer, og som ingen sædvanlig betydning har; navnene er beholdt, som de var skrevet.',
  },
  'iri-repaired': {
    severity: 'warning',
    en: 'An address holds characters that it may not hold, or two addresses stand in one place; it was mended.',
    da: 'En adresse har tegn, som den ikke må have, eller to adresser står på samme sted; den er rettet.',
  },
  'control-character': {
    severity: 'warning',
    en: 'Invisible control characters were taken out of the text.',
    da: 'Usynlige kontroltegn er fjernet fra teksten.',
  },
  'ampersand-repaired': {
    severity: 'warning',
    en: 'The XML holds an "&" that is not written as "&amp;"; it was read as it was meant.',
    da: 'XML-teksten har et "&", som ikke er skrevet "&amp;"; det er læst, som det var ment.',
  },
  'charset-corrected': {
    severity: 'warning',
    en: 'The bytes of the page are not in the charset that it claims. Send UTF-8 and say so.',
    da: 'Sidens bytes er ikke i det tegnsæt, den angiver. Send UTF-8, og angiv det.',
  },
  'namespace-corrected': {
    severity: 'warning',
    en: 'A property is written with http for https or the other way round; it was read as the property that was meant.',
    da: 'En egenskab er skrevet med http i stedet for https eller omvendt; den er læst som den egenskab, der var ment.',
  },
  'empty-value': {
    severity: 'info',
    en: 'The property stands there without a value; it was left out.',
    da: 'Egenskaben står der uden værdi; den er udeladt.',
  },
  'unknown-context': {
    severity: 'warning',
    en: 'The page names a JSON-LD context that is not bundled here; names that only it explains were kept as written.',
    da: 'Siden henviser til en JSON-LD-kontekst, som ikke følger med her; navne, som kun den forklarer, er beholdt, som de var skrevet.',
  },
  'incomplete-record': {
    severity: 'error',
    en: 'The page breaks off before it describes a part that the record names, so the record was not taken.',
    da: 'Siden slutter, før den beskriver en del, som posten nævner, så posten er ikke taget med.',
  },
  'service-without-dataset': {
    severity: 'info',
    en: 'The data service says of no dataset of this page that it serves it, so no record tells of it.',
    da: 'Datatjenesten angiver ingen af sidens datasæt, som den leverer, så ingen post fortæller om den.',
  },
  // XML lists (OAI-PMH and CSW)
  'xml-entities': {
    severity: 'error',
    en: 'The XML uses or declares entities; none is resolved, so that no page can unfold into gigabytes or read our files.',
    da: 'XML-teksten bruger eller erklærer entiteter; ingen foldes ud, så ingen side kan svulme op eller læse vores filer.',
  },
  'entity-supplied': {
    severity: 'info',
    en: "The XML uses one of HTML's names for a character without declaring it; it was read as HTML has it.",
    da: 'XML-teksten bruger et af HTMLs navne for et tegn uden at erklære det; det er læst som i HTML.',
  },
  'text-after-end': {
    severity: 'warning',
    en: 'Something stands after the end of the XML; it was passed over.',
    da: 'Der står noget efter XML-tekstens slutning; det er sprunget over.',
  },
  'record-too-large': {
    severity: 'error',
    en: 'The record is larger than the largest that is read.',
    da: 'Posten er større end den største, der læses.',
  },
  'protocol-error': {
    severity: 'error',
    en: 'The server refuses the request with words of its own.',
    da: 'Serveren afviser forespørgslen med sine egne ord.',
  },
  'token-expired': {
    severity: 'warning',
    en: 'The list could not be gone on with, since its token had expired; it was started over once.',
    da: 'Listen kunne ikke fortsættes, da dens token var udløbet; den er begyndt forfra én gang.',
  },
  'token-expired-again': {
    severity: 'error',
    en: 'The list was started over and its token expired again; what should have come after was not seen.',
    da: 'Listen blev begyndt forfra, og dens token udløb igen; det, der skulle komme efter, er ikke set.',
  },
  'deletion-unannounced': {
    severity: 'info',
    en: 'The server says that a record is deleted although it says that it keeps no note of deletions; it was believed.',
    da: 'Serveren siger, at en post er slettet, skønt den siger, at den ikke holder rede på sletninger; den er troet.',
  },
  'identify-incomplete': {
    severity: 'warning',
    en: 'The server does not say of itself what it must; the least was assumed.',
    da: 'Serveren oplyser ikke om sig selv, hvad den skal; det mindste er antaget.',
  },
  'from-refused': {
    severity: 'info',
    en: 'The server does not list changes since a moment, so everything was listed.',
    da: 'Serveren opregner ikke ændringer siden et tidspunkt, så alt blev opregnet.',
  },
  'unknown-metadata': {
    severity: 'error',
    en: 'The record is described in a format that is not read.',
    da: 'Posten er beskrevet i et format, der ikke læses.',
  },
  'not-a-dataset': {
    severity: 'info',
    en: 'The source lists something that is no dataset, or none of the kinds that its settings ask for; it was left out.',
    da: 'Kilden opregner noget, der ikke er et datasæt eller ikke af de slags, dens indstillinger beder om; det er udeladt.',
  },
  'paging-corrected': {
    severity: 'warning',
    en: 'What the server says of its next page does not fit what it sent; the list was gone on with by what was sent.',
    da: 'Det, serveren siger om sin næste side, passer ikke med, hvad den sendte; der er fortsat efter det sendte.',
  },
  // People who asked not to be named
  'contact-erased': {
    severity: 'info',
    en: 'A contact was left out, because the person asked to be erased. Name another way to reach you.',
    da: 'En kontakt er udeladt, fordi personen har bedt om at blive slettet. Angiv en anden måde at kontakte jer på.',
  },
  // Renames, oversized records and scraper drift
  'large-record': {
    severity: 'warning',
    en: 'The record is far larger than most; it is kept whole, and is answered packed. See whether all its values belong to it.',
    da: 'Posten er langt større end de fleste; den er beholdt hel og sendes komprimeret. Se efter, om alle dens værdier hører til den.',
  },
  'scraper-drift': {
    severity: 'error',
    en: 'The pages yield far less than the last time; the site may have changed its shape. What they say now waits for an operator.',
    da: 'Siderne giver langt mindre end sidst; måske er webstedet bygget om. Det, de siger nu, venter på en operatør.',
  },
  'looks-renamed': {
    severity: 'warning',
    en: 'An identifier went while another came with the same title, owner and links; it looks renamed. Confirm or reject it.',
    da: 'En identifikator forsvandt, mens en anden kom til med samme titel, ejer og links; den ser ud til at være omdøbt. Bekræft eller afvis det.',
  },
} as const satisfies Record<string, ProblemCode>;

/** A server's own status for a page that it did not give: `http-404`. */
const HTTP_STATUS = /^http-(\d{3})$/;

const statusCode = (status: string): ProblemCode => ({
  severity: 'error',
  en: `The server answered with the status ${status} instead of the page.`,
  da: `Serveren svarede med status ${status} i stedet for siden.`,
});

const known: Readonly<Record<string, ProblemCode>> = problemCodes;

/** Whether a code is one of ours: in the table, or a server's status. */
export const isProblemCode = (code: string): boolean => Object.hasOwn(known, code) || HTTP_STATUS.test(code);

/** What is known of a code; a code that an older version wrote is told by its own name. */
export const problemCode = (code: string): ProblemCode => {
  const [, status] = HTTP_STATUS.exec(code) ?? [];
  if (status !== undefined && !Object.hasOwn(known, code)) return statusCode(status);
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { severity: 'warning', en: code, da: code };
};
