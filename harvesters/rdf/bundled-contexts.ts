/**
 * JSON-LD contexts that real feeds name by address, in our own words: a harvester never fetches, and a context that changes
 * between two runs would change every record. Terms are facts of the vocabularies; types follow their official contexts.
 */
import { namespaces } from '#schemas/namespaces.ts';

/** Names of DCAT-AP's official context (releases 2 and 3), by prefixed name; `@` after it: the value is an address. */
const DCAT_AP_TERMS = `
Activity prov:Activity|Agent foaf:Agent|Attribution prov:Attribution|Catalogue dcat:Catalog|Catalog dcat:Catalog
CatalogueRecord dcat:CatalogRecord|CatalogRecord dcat:CatalogRecord|CataloguedResource dcat:Resource|Checksum spdx:Checksum
Concept skos:Concept|ConceptScheme skos:ConceptScheme|DataService dcat:DataService|Dataset dcat:Dataset
DatasetSeries dcat:DatasetSeries|DatasetMemberOfADatasetSeries dcat:Dataset|Distribution dcat:Distribution
Document foaf:Document|Frequency dct:Frequency|Geometry locn:Geometry|Identifier adms:Identifier|Kind vcard:Kind
LegalResource eli:LegalResource|LicenceDocument dct:LicenseDocument|LicenseDocument dct:LicenseDocument
LinguisticSystem dct:LinguisticSystem|Location dct:Location|MediaType dct:MediaType|MediaTypeOrExtent dct:MediaTypeOrExtent
Organization foaf:Organization|PeriodOfTime dct:PeriodOfTime|Policy odrl:Policy|ProvenanceStatement dct:ProvenanceStatement
Relationship dcat:Relationship|RightsStatement dct:RightsStatement|Role dcat:Role|Standard dct:Standard|TimeInstant time:Instant
accessRights dct:accessRights @|accessService dcat:accessService @|accessUrl dcat:accessURL @|accessURL dcat:accessURL @
accrualPeriodicity dct:accrualPeriodicity @|algorithm spdx:algorithm @|applicableLegislation dcatap:applicableLegislation @
applicationProfile dct:conformsTo @|availability dcatap:availability @|bbox dcat:bbox|beginning time:hasBeginning @
byteSize dcat:byteSize xsd:nonNegativeInteger|catalogue dcat:catalog @|catalog dcat:catalog @|centroid dcat:centroid
changeType adms:status @|checksum spdx:checksum @|checksumValue spdx:checksumValue xsd:hexBinary
compressionFormat dcat:compressFormat @|compressFormat dcat:compressFormat @|conformsTo dct:conformsTo @
contactPoint dcat:contactPoint @|creator dct:creator @|dataset dcat:dataset @|datasetDistribution dcat:distribution @
distribution dcat:distribution @|description dct:description|documentation foaf:page @|page foaf:page @
downloadUrl dcat:downloadURL @|downloadURL dcat:downloadURL @|end time:hasEnd @|endDate dcat:endDate
endpointDescription dcat:endpointDescription @|endpointUrl dcat:endpointURL @|endpointURL dcat:endpointURL @
fn vcard:fn|format dct:format @|frequency dct:accrualPeriodicity @|geographicalCoverage dct:spatial @|spatial dct:spatial @
geometry locn:geometry|hadRole dcat:hadRole @|hasEmail vcard:hasEmail @|hasPart dct:hasPart @|hasPolicy odrl:hasPolicy @
hasTelephone vcard:hasTelephone @|hasUID vcard:hasUID @|hasURL vcard:hasURL @|hasVersion dcat:hasVersion @
homepage foaf:homepage @|identifier dct:identifier|inSeries dcat:inSeries @|isPartOf dct:isPartOf @
isReferencedBy dct:isReferencedBy @|isVersionOf dcat:isVersionOf @|issued dct:issued|keyword dcat:keyword
landingPage dcat:landingPage @|language dct:language @|licence dct:license @|license dct:license @|linkedSchemas dct:conformsTo @
listingDate dct:issued|mbox foaf:mbox @|mediaType dcat:mediaType @|modificationDate dct:modified|modified dct:modified
name foaf:name|notation skos:notation|otherIdentifier adms:identifier @|packageFormat dcat:packageFormat @
packagingFormat dcat:packageFormat @|prefLabel skos:prefLabel|preferredLabel skos:prefLabel|primaryTopic foaf:primaryTopic @
provenance dct:provenance @|publisher dct:publisher @|qualifiedAttribution prov:qualifiedAttribution @
qualifiedRelation dcat:qualifiedRelation @|record dcat:record @|relatedResource dct:relation @|relation dct:relation @
releaseDate dct:issued|rights dct:rights @|sample adms:sample @|servesDataset dcat:servesDataset @|service dcat:service @
source dct:source @|sourceMetadata dct:source @|spatialResolution dcat:spatialResolutionInMeters xsd:decimal
spatialResolutionInMeters dcat:spatialResolutionInMeters xsd:decimal|startDate dcat:startDate|status adms:status @
temporal dct:temporal @|temporalCoverage dct:temporal @|temporalResolution dcat:temporalResolution xsd:duration
theme dcat:theme @|themes dcat:themeTaxonomy @|themeTaxonomy dcat:themeTaxonomy @|title dct:title|type dct:type @
version dcat:version|versionNotes adms:versionNotes|wasGeneratedBy prov:wasGeneratedBy @`;

const HYDRA_TERMS = `
Collection hydra:Collection|PagedCollection hydra:PagedCollection|PartialCollectionView hydra:PartialCollectionView
first hydra:first @|firstPage hydra:firstPage @|itemsPerPage hydra:itemsPerPage|last hydra:last @|lastPage hydra:lastPage @
member hydra:member @|next hydra:next @|nextPage hydra:nextPage @|previous hydra:previous @|previousPage hydra:previousPage @
totalItems hydra:totalItems|view hydra:view @`;

/** A context as it stands in a document. */
export type ContextDocument = Readonly<Record<string, unknown>>;

const expanded = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':');
  return (namespaces as Record<string, string>)[prefix] + local;
};

const contextOf = (terms: string): ContextDocument => {
  const context: Record<string, unknown> = { ...namespaces };
  for (const entry of terms.trim().split(/[|\n]/)) {
    const [term = '', name = '', type] = entry.trim().split(' ');
    const coerced = type === '@' ? '@id' : type === undefined ? undefined : expanded(type);
    context[term] = coerced === undefined ? expanded(name) : { '@id': expanded(name), '@type': coerced };
  }
  return context;
};

const dcatAp = contextOf(DCAT_AP_TERMS);
const hydra = contextOf(HYDRA_TERMS);
const schemaOrg: ContextDocument = { ...namespaces, id: '@id', type: '@type', '@vocab': namespaces.schema };

/** Addresses by pattern: each release, mirror and draft has an address of its own for the same names. */
const bundled: readonly (readonly [RegExp, ContextDocument])[] = [
  [/^https?:\/\/(?:www\.)?schema\.org(?:\/|\/docs\/jsonldcontext\.(?:jsonld|json))?$/i, schemaOrg],
  [/^https?:\/\/(?:www\.)?w3\.org\/ns\/hydra\/(?:core|context\.jsonld)#?$/i, hydra],
  [/^https?:\/\/(?:www\.)?w3\.org\/ns\/dcat(?:[23]?\.jsonld|#)?$/i, dcatAp],
  [
    /^https?:\/\/(?:semiceu\.github\.io|joinup\.ec\.europa\.eu|raw\.githubusercontent\.com\/SEMICeu)\/(?=.*dcat).*\.jsonld$/i,
    dcatAp,
  ],
  [/^https?:\/\/data\.europa\.eu\/r5r\/?(?:.*\.jsonld)?$/i, dcatAp],
];

/** The context at an address, or undefined where we have none. */
export const bundledContext = (address: string): ContextDocument | undefined =>
  bundled.find(([pattern]) => pattern.test(address.trim()))?.[1];
