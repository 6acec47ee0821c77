/** Made of docs/openapi.json by `npm run docs:openapi`: not to be edited. */
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where everything is */
        get: operations["showRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/api-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service as machines look for it (RFC 9727) */
        get: operations["showApiCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page */
        get: operations["showDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["showOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service is well */
        get: operations["showHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the caller is, and what the token allows */
        get: operations["showMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways of signing in there are */
        get: operations["showSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means */
        get: operations["showProblemType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every metric of descriptions, and what it is worth */
        get: operations["showMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search datasets
         * @description Without a question, a filter of the search or an order, the whole catalogue by source and id; with any of them, a search, the best first.
         */
        get: operations["listDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dataset, in JSON or RDF, whole or by a profile
         * @description The id may carry a suffix for the format: `.json`, `.jsonld`, `.ttl`, `.nt`, `.rdf`. The profiles of DCAT have the four formats of RDF, `schema-org` and `croissant` JSON-LD, `dcat-us` JSON. `Accept-Profile`, or a `profile` in `Accept`, asks for a profile too. `Link` names the profile of the answer (`rel="profile"`) and where the others are (`rel="alternate"`, `formats`).
         */
        get: operations["showDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/same-as": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What other sources tell of the same dataset */
        get: operations["showSameAs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/id/dataset/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From a dataset’s name to its description */
        get: operations["leadToDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All datasets that a search finds in one answer, for a map, a timeline and counts
         * @description Takes the filters of the search. At most 10000 datasets, the best first, or by title where nothing was asked. Themes, categories, kinds and access levels stand by their codes, which the answer names in both languages; what is no concept of a vocabulary stands by its IRI.
         */
        get: operations["showMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the catalogue is about, with how many datasets and owners each theme has */
        get: operations["listThemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the properties of a record are called, class by class, and what their values are */
        get: operations["listProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody who begins to type may go on to */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variables, by name or by a question */
        get: operations["listVariables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variables/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which registers hold a variable */
        get: operations["showVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The variables of one register, in the order of its description
         * @description What stands in two tables is listed twice. A question finds names, titles, descriptions and tables by the beginnings of their words, in every Danish spelling. A cursor is void when the description changes.
         */
        get: operations["listDatasetVariables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/variables.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table for a spreadsheet (UTF-8 with a byte order mark)
         * @description The whole table; one that outgrows an answer goes on at `Link: rel="next"`.
         */
        get: operations["listDatasetVariablesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the log
         * @description A cursor is a place in the log and not in a question: filters may change between two calls. `since` is a cursor, `0`, `now`, or an instant.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change, in JSON or RDF */
        get: operations["showChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one dataset, newest first
         * @description With `include=difference`, each property that a change gave, changed or took away, with its values; at most 20 changes a page then.
         */
        get: operations["listDatasetChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The snapshots that are kept, newest first */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a copy begins: files, and the cursor to read on from */
        get: operations["showLatestSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One snapshot */
        get: operations["showSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a snapshot */
        get: operations["showSnapshotFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many datasets are live, and the hash by which a copy proves that it is in step */
        get: operations["showState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/id/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From the catalogue’s name to its description */
        get: operations["leadToCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/id/publisher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From the publisher’s name to its description */
        get: operations["leadToPublisher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages (text/turtle)
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalogIn_ttl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages (application/ld+json)
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalogIn_jsonld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog.rdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages (application/rdf+xml)
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalogIn_rdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog.nt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages (application/n-triples)
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalogIn_nt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as DCAT-AP, in pages (application/json)
         * @description Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.
         */
        get: operations["showCatalogIn_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/dcat-ap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event stream of DCAT-AP Feeds (LDES) */
        get: operations["showFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{feed}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event stream with a suffix, such as dcat-ap.trig */
        get: operations["showFeedByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/dcat-ap/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the event stream */
        get: operations["showFeedPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/dcat-ap/index/{block}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way to a hundred frozen pages */
        get: operations["showFeedIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes as ActivityStreams (IIIF Change Discovery) */
        get: operations["showActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/activity/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of activities, oldest first */
        get: operations["showActivityPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest changes for feed readers */
        get: operations["showAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/atom/{archive}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An archive of the Atom feed, such as 1.xml */
        get: operations["showAtomArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest changes as a JSON Feed */
        get: operations["showJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oai": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask the OAI-PMH repository */
        get: operations["askOai"];
        put?: never;
        /** Ask the OAI-PMH repository by a form */
        post: operations["askOaiByForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All subscriptions */
        get: operations["listSubscriptions"];
        put?: never;
        /** Have changes told to a receiver */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One subscription
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        get: operations["showSubscription"];
        put?: never;
        post?: never;
        /**
         * Forget a subscription
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        /**
         * Change the receiver, the filters or the state
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        patch: operations["changeSubscription"];
        trace?: never;
    };
    "/v1/subscriptions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every try of late, the newest first
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again from a place in the log, or go ahead to one
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        post: operations["replaySubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret to sign with; the one before it signs as well for a day
         * @description With the operator’s token, or with the key that the making of the subscription answered.
         */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How good a description is */
        get: operations["showDatasetQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/quality.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same in the Data Quality Vocabulary (Turtle) */
        get: operations["showDatasetQualityInTurtle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/quality.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same in the Data Quality Vocabulary (JSON-LD) */
        get: operations["showDatasetQualityInJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quality/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gathered scores by owner, source, theme or profile */
        get: operations["showQualitySummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses that datasets name, and whether they work */
        get: operations["listLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses that one dataset names */
        get: operations["showDatasetLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose registers are described here */
        get: operations["listOwners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One owner */
        get: operations["showOwner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an owner is written to, how often, and why not */
        get: operations["showLetters"];
        put?: never;
        /** Let letters go on that came back or were called unwanted */
        post: operations["resumeLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report */
        get: operations["showOwnerReport"];
        put?: never;
        /** Remember the report as given out */
        post: operations["keepOwnerReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (application/json) */
        get: operations["showOwnerReportIn_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (text/html) */
        get: operations["showOwnerReportIn_html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (application/pdf) */
        get: operations["showOwnerReportIn_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (text/csv) */
        get: operations["showOwnerReportIn_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (text/turtle) */
        get: operations["showOwnerReportIn_ttl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owners/{id}/report.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner’s quality report (application/ld+json) */
        get: operations["showOwnerReportIn_jsonld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link in a letter is for */
        get: operations["showOwnerLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}/frequency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How often the owner wants to be written to */
        post: operations["chooseFrequency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No more letters (RFC 8058) */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a description is right as it stands */
        post: operations["confirmDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}/harvest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Harvest one of the owner’s sources now */
        post: operations["harvestNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/owner-links/{token}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what the next harvest of one of the owner’s sources would change; nothing is published */
        post: operations["previewNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is harvested, whose it is and how often */
        get: operations["listSources"];
        put?: never;
        /**
         * Add a source
         * @description It is harvested as soon as it is due, and no source file takes it over.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with the definition of a source; nothing is kept */
        post: operations["checkSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A source and how its latest run went
         * @description Operators also get its whole `definition`, in which credentials are names of secrets, and an ETag that PUT and PATCH take as `If-Match`.
         */
        get: operations["showSource"];
        /**
         * Replace the definition of a source
         * @description `If-Match` with the ETag of the source is required; `*` replaces whatever there is.
         */
        put: operations["replaceSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Pause a source, or let it go on
         * @description `If-Match` is heeded and not required.
         */
        patch: operations["switchSource"];
        trace?: never;
    };
    "/v1/sources/{id}/renames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Identifiers that look as if they had been changed */
        get: operations["listRenames"];
        put?: never;
        /** Say whether one dataset is another under a new identifier */
        post: operations["decideRename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of one source, newest first */
        get: operations["listSourceRuns"];
        put?: never;
        /** Harvest the source now, also when it is not due */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of all sources, newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run as it is now, with its balance */
        get: operations["showRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every record of a run, with what became of it and why */
        get: operations["listRunRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/records.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table */
        get: operations["downloadRunRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run’s problems by code, with what is new, fixed or still there */
        get: operations["listRunProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/problems.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them as a table */
        get: operations["downloadRunProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages that a run asked for, each with its requests
         * @description Of a run that has ended. A page that needed no request has none, and so have pages of a replay.
         */
        get: operations["listRunRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a page as they were received
         * @description For saving: they are somebody else’s, and are never shown as a page of ours.
         */
        get: operations["showRunPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run changed, or would change if it were released, property by property
         * @description Of a run that waits, and of a preview, what would change; of any other, what it published.
         */
        get: operations["showRunDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release or reject what a run holds back */
        post: operations["decideHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a run’s archived pages anew */
        post: operations["replayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when, and what it changed */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be worked on */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all again that nobody has tried yet */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter, its message and reason */
        get: operations["showDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try one again */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which contacts were erased, and how far that has come */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erase the contact of a person
         * @description No harvest takes the address in any more, and what is kept is gone through within the hour: descriptions are published anew without the contact, with the cause `contact-erased`, and what was published before is rewritten. What it cannot reach stands in docs/personal-data.md.
         */
        post: operations["eraseContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the erasure of a contact has come */
        get: operations["showErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How everything is, and what an operator should look at
         * @description May be asked for every ten seconds. Counts that cost more to find are up to half a minute old.
         */
        get: operations["showOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a harvest of a definition would do; nothing is written
         * @description The definition need not be kept. With `limit` 1 it is a test of the connection. It ends after 22 seconds, 60 pages, or the page with the last record that was asked for.
         */
        post: operations["previewSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /**
             * Format: uri
             * @description Leads to an explanation of the problem; its last part is the stable code.
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description What to name when asking for help. */
            requestId: string;
            /** @description Each fault, with the parameter or the place in the body (a JSON pointer). */
            errors?: {
                parameter?: string;
                pointer?: string;
                code?: string;
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        DatasetItem: {
            id: string;
            /** Format: uri */
            iri: string;
            /** @enum {string} */
            kind: "Dataset" | "DatasetSeries";
            /** @enum {string} */
            state: "live" | "removed";
            revision: number;
            contentHash: string | null;
            /** Format: date-time */
            changedAt: string;
            /** Format: uri */
            href: string;
            source: string;
            identifier: string | null;
            title: {
                [key: string]: string;
            };
            publisher: {
                [key: string]: string;
            };
            /** @description True for a copy made for demonstration. */
            example: boolean;
            /** @description Null until it was assessed, and for a removed dataset. */
            quality: {
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                share: number;
                mqa: number;
                /** @enum {string} */
                rating: "excellent" | "good" | "enough" | "bad";
            } | null;
            /** Format: uri */
            change: string;
            tombstone?: {
                /** Format: date-time */
                deletedAt: string;
                lastRevision: number;
                /** @enum {string} */
                cause: "source-created" | "source-updated" | "source-removed" | "source-returned" | "mapping-changed" | "manual" | "withdrawn" | "contact-erased";
                replacedBy: string | null;
            };
            /** @description Of a search: the code of the type, by which the facet names it. */
            type?: string | null;
            /** @description Of a search: the codes of the themes. */
            themes?: string[];
            /** @description Of a search: the earliest start first; null is open. */
            periods?: {
                from: string | null;
                until: string | null;
            }[];
            /** @description Of a search: comparable within one answer only. */
            score?: number | null;
            /** @description Of a search: HTML, with <mark> around what was found and everything else escaped. */
            highlights?: {
                title?: {
                    [key: string]: string;
                };
                alternative?: string[];
                keyword?: string[];
                description?: {
                    [key: string]: string;
                };
                variable?: string[];
            };
        };
        DatasetDocument: {
            id: string;
            /** Format: uri */
            iri: string;
            /** @enum {string} */
            kind: "Dataset" | "DatasetSeries";
            /** @enum {string} */
            state: "live" | "removed";
            revision: number;
            contentHash: string | null;
            /** Format: date-time */
            changedAt: string;
            identifier: string | null;
            source: {
                id: string;
                title: {
                    da?: string;
                    en?: string;
                };
            };
            owner: {
                id: string;
                name: {
                    da?: string;
                    en?: string;
                };
                /** Format: uri */
                homepage: string | null;
            } | null;
            record: components["schemas"]["Dataset"];
            /** @description What the concepts in the record are called, by IRI; those that a vocabulary has. */
            labels: {
                [key: string]: {
                    da: string;
                    en: string;
                };
            };
            unmapped: {
                name: string;
                value: string;
                language?: string;
            }[];
            written: {
                property: string;
                written: string;
                mapped: string;
                rule: string;
            }[];
            origin: {
                run: string;
                page: string;
                archive: string | null;
                place: string | null;
                observedAt: string;
                catalogues: string[];
                example?: boolean;
            };
            problems: {
                code: string;
                property?: string;
                value?: string;
                message: string;
            }[];
            sameAs: {
                id: string;
                /** Format: uri */
                iri: string;
                /** Format: uri */
                href: string;
                source: {
                    id: string;
                    /** Format: uri */
                    href: string;
                };
                /** @description How sure the link is, 0 to 1. */
                score: number;
                reasons: string[];
            }[];
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                history: string;
                /** Format: uri */
                source: string;
                /** Format: uri */
                variables: string;
                /** Format: uri */
                sameAs: string;
                /** Format: uri */
                change: string;
                /** Format: uri */
                run: string;
            };
        };
        Dataset: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            alternative?: {
                [key: string]: string[];
            };
            description?: {
                [key: string]: string;
            };
            keyword?: {
                [key: string]: string[];
            };
            identifier?: string[];
            otherIdentifier?: components["schemas"]["Identifier"][];
            theme?: string[];
            type?: string[];
            language?: string[];
            spatial?: components["schemas"]["Location"][];
            spatialResolutionInMeters?: number[];
            temporal?: components["schemas"]["Period"][];
            temporalResolution?: string[];
            accrualPeriodicity?: string;
            issued?: string;
            modified?: string;
            landingPage?: string[];
            page?: components["schemas"]["Document"][];
            conformsTo?: components["schemas"]["Standard"][];
            version?: string;
            versionNotes?: {
                [key: string]: string;
            };
            distribution?: components["schemas"]["Distribution"][];
            sample?: components["schemas"]["Distribution"][];
            service?: components["schemas"]["DataService"][];
            publisher?: components["schemas"]["Agent"];
            creator?: components["schemas"]["Agent"][];
            rightsHolder?: components["schemas"]["Agent"][];
            contactPoint?: components["schemas"]["ContactPoint"][];
            qualifiedAttribution?: components["schemas"]["Attribution"][];
            accessRights?: string;
            license?: string;
            rights?: components["schemas"]["RightsStatement"][];
            applicableLegislation?: string[];
            hvdCategory?: string[];
            provenance?: components["schemas"]["ProvenanceStatement"][];
            wasGeneratedBy?: components["schemas"]["Activity"][];
            source?: string[];
            relation?: string[];
            isReferencedBy?: string[];
            qualifiedRelation?: components["schemas"]["Relationship"][];
            inSeries?: string[];
            hasVersion?: string[];
            isVersionOf?: string[];
            previousVersion?: string;
            prev?: string;
            first?: string;
            last?: string;
            healthCategory?: string[];
            healthTheme?: string[];
            hdab?: components["schemas"]["Agent"];
            hdabCoordinator?: components["schemas"]["Agent"];
            custodian?: components["schemas"]["Agent"];
            hasStructuredData?: boolean;
            hasVariables?: components["schemas"]["TableGroup"][];
            hasCodingSystem?: string[];
            hasCodeValues?: string[];
            analytics?: components["schemas"]["Distribution"][];
            hasQualityAnnotation?: components["schemas"]["QualityAnnotation"][];
            populationCoverage?: {
                [key: string]: string;
            };
            minTypicalAge?: number;
            maxTypicalAge?: number;
            numberOfRecords?: number;
            numberOfUniqueIndividuals?: number;
            retentionPeriod?: components["schemas"]["Period"];
            hasLegalBasis?: components["schemas"]["LegalBasis"][];
            hasPurpose?: components["schemas"]["Purpose"][];
            hasPersonalData?: string[];
            personalDataCategory?: string[];
            confidentialityType?: string;
        };
        Identifier: {
            iri?: string;
            notation?: string;
            schemaAgency?: string;
            issued?: string;
        };
        Location: {
            iri?: string;
            name?: {
                [key: string]: string;
            };
            bbox?: string;
            centroid?: string;
            geometry?: string;
        };
        Period: {
            iri?: string;
            startDate?: string;
            endDate?: string;
            hasBeginning?: components["schemas"]["Instant"];
            hasEnd?: components["schemas"]["Instant"];
        };
        Instant: {
            iri?: string;
            inXSDDate?: string;
        };
        Document: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
            format?: string;
            language?: string[];
        };
        Standard: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
            identifier?: string[];
        };
        Distribution: {
            iri?: string;
            accessURL?: string[];
            downloadURL?: string[];
            accessService?: components["schemas"]["DataService"][];
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
            format?: string;
            mediaType?: string;
            compressFormat?: string;
            packageFormat?: string;
            byteSize?: number;
            checksum?: components["schemas"]["Checksum"];
            license?: string;
            rights?: components["schemas"]["RightsStatement"][];
            hasPolicy?: components["schemas"]["Policy"];
            applicableLegislation?: string[];
            availability?: string;
            status?: string;
            issued?: string;
            modified?: string;
            language?: string[];
            conformsTo?: components["schemas"]["Standard"][];
            page?: components["schemas"]["Document"][];
            spatialResolutionInMeters?: number[];
            temporalResolution?: string[];
            identifier?: string[];
        };
        DataService: {
            iri?: string;
            endpointURL?: string[];
            endpointDescription?: string[];
            servesDataset?: string[];
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
            keyword?: {
                [key: string]: string[];
            };
            theme?: string[];
            publisher?: components["schemas"]["Agent"];
            contactPoint?: components["schemas"]["ContactPoint"][];
            accessRights?: string;
            license?: string;
            format?: string[];
            applicableLegislation?: string[];
            hvdCategory?: string[];
            conformsTo?: components["schemas"]["Standard"][];
            page?: components["schemas"]["Document"][];
            landingPage?: string[];
            identifier?: string[];
        };
        Agent: {
            iri?: string;
            name?: {
                [key: string]: string;
            };
            type?: string;
            description?: {
                [key: string]: string;
            };
            contactPoint?: components["schemas"]["AgentContactPoint"];
            identifier?: string[];
            homepage?: string;
            mbox?: string;
            trustedDataHolder?: boolean;
        };
        AgentContactPoint: {
            iri?: string;
            email?: string[];
            contactPage?: string[];
            telephone?: string[];
            openingHours?: components["schemas"]["TemporalEntity"][];
            specialOpeningHoursSpecification?: components["schemas"]["TemporalEntity"][];
        };
        TemporalEntity: {
            iri?: string;
            description?: {
                [key: string]: string;
            };
            frequency?: string[];
        };
        ContactPoint: {
            iri?: string;
            fn?: {
                [key: string]: string;
            };
            organizationName?: {
                [key: string]: string;
            };
            hasEmail?: string;
            hasURL?: string;
            hasTelephone?: string[];
        };
        Checksum: {
            iri?: string;
            algorithm?: string;
            checksumValue?: string;
        };
        RightsStatement: {
            iri?: string;
            label?: {
                [key: string]: string;
            };
            type?: string[];
        };
        Policy: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
        };
        Attribution: {
            iri?: string;
            agent?: components["schemas"]["Agent"][];
            hadRole?: string[];
        };
        ProvenanceStatement: {
            iri?: string;
            label?: {
                [key: string]: string;
            };
        };
        Activity: {
            iri?: string;
            label?: {
                [key: string]: string;
            };
            type?: string[];
            startedAtTime?: string;
            endedAtTime?: string;
            wasAssociatedWith?: components["schemas"]["Agent"][];
        };
        Relationship: {
            iri?: string;
            relation?: string[];
            hadRole?: string[];
        };
        TableGroup: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            table?: components["schemas"]["Table"][];
        };
        Table: {
            iri?: string;
            title?: {
                [key: string]: string;
            };
            url?: string;
            keyword?: {
                [key: string]: string[];
            };
            column?: components["schemas"]["Column"][];
        };
        Column: {
            iri?: string;
            name?: string;
            title?: {
                [key: string]: string;
            };
            description?: {
                [key: string]: string;
            };
            datatype?: string;
            propertyUrl?: string;
            temporal?: components["schemas"]["Period"][];
        };
        QualityAnnotation: {
            iri?: string;
            hasBody?: string[];
            motivatedBy?: string[];
            hasTarget?: string[];
            inDimension?: string;
        };
        LegalBasis: {
            iri?: string;
            description?: {
                [key: string]: string;
            };
        };
        Purpose: {
            iri?: string;
            description?: {
                [key: string]: string;
            };
        };
        DcatUsDataset: {
            /** @enum {string} */
            "@type": "dcat:Dataset";
            /** Format: uri */
            identifier: string;
            title?: string;
            description?: string;
            keyword?: string[];
            modified?: string;
            issued?: string;
            publisher?: {
                /** @enum {string} */
                "@type": "org:Organization";
                name: string;
            };
            contactPoint?: {
                /** @enum {string} */
                "@type": "vcard:Contact";
                fn?: string;
                hasEmail?: string;
            };
            /** @enum {string} */
            accessLevel?: "public" | "restricted public" | "non-public";
            rights?: string;
            /** Format: uri */
            license?: string;
            spatial?: string;
            temporal?: string;
            accrualPeriodicity?: string;
            theme?: string[];
            language?: string[];
            /** Format: uri */
            landingPage?: string;
            references?: string[];
            /** Format: uri */
            conformsTo?: string;
            isPartOf?: string;
            distribution?: {
                /** @enum {string} */
                "@type": "dcat:Distribution";
                title?: string;
                description?: string;
                /** Format: uri */
                downloadURL?: string;
                /** Format: uri */
                accessURL?: string;
                mediaType?: string;
                format?: string;
                /** Format: uri */
                conformsTo?: string;
            }[];
        };
        MapDocument: {
            /** @description How many were found. */
            total: number;
            /** @description How many of them are left out, as an answer has at most 10000. */
            omitted: number;
            index: {
                epoch: string;
                seq: number;
            };
            owners: {
                id: string;
                name: {
                    da?: string;
                    en?: string;
                };
            }[];
            themes: {
                id: string;
                label: {
                    da?: string;
                    en?: string;
                };
            }[];
            healthCategories: {
                id: string;
                label: {
                    da?: string;
                    en?: string;
                };
            }[];
            kinds: {
                id: string;
                label: {
                    da?: string;
                    en?: string;
                };
            }[];
            accessLevels: {
                id: string;
                label: {
                    da?: string;
                    en?: string;
                };
            }[];
            datasets: {
                title: {
                    [key: string]: string;
                };
                themes: string[];
                healthCategories: string[];
                kind: string | null;
                access: string | null;
                individuals: number | null;
                records: number | null;
                variables: number;
                periods: {
                    from: string | null;
                    until: string | null;
                }[];
                example: boolean;
                id: string;
                owner: string | null;
                /**
                 * @description Null until it was assessed.
                 * @enum {string|null}
                 */
                grade: "A" | "B" | "C" | "D" | "E" | null;
            }[];
            links: {
                /** Format: uri */
                self: string;
            };
        };
        ChangePage: {
            items: components["schemas"]["ChangeWithData"][];
            /** @description Where to go on, also on an empty page. Keep it after the page was applied. */
            cursor: string;
            hasMore: boolean;
            head: number;
            epoch: string;
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                next: string;
                /** Format: uri */
                snapshot: string;
            };
            /** @description Seconds to wait, at the end of the log. */
            pollAfter?: number;
        };
        ChangeWithData: {
            /** @description The place in the log: from 1, without gaps. */
            seq: number;
            /** Format: uri */
            id: string;
            /** @enum {string} */
            type: "Create" | "Update" | "Delete";
            /**
             * Format: date-time
             * @description Strictly increasing over the log.
             */
            published: string;
            entity: {
                /** Format: uri */
                iri: string;
                /** @enum {string} */
                kind: "Dataset" | "DatasetSeries";
                /** Format: uri */
                href: string;
            };
            revision: number;
            contentHash: string | null;
            previousHash: string | null;
            /** @description The properties that changed; empty for a creation and a deletion. */
            changed: string[];
            source: {
                id: string;
                run: string;
                /** Format: date-time */
                observedAt: string;
            };
            /** @enum {string} */
            cause: "source-created" | "source-updated" | "source-removed" | "source-returned" | "mapping-changed" | "manual" | "withdrawn" | "contact-erased";
            /** @description Of a deletion. */
            tombstone?: {
                lastRevision: number;
                replacedBy: string | null;
            };
            /** @description The record as of the change; null for a deletion. */
            data?: components["schemas"]["Record"] | null;
        };
        Record: {
            id: string;
            /** @enum {string} */
            kind: "Dataset" | "DatasetSeries";
            identifier: string | null;
            source: string;
            record: components["schemas"]["Dataset"];
            unmapped: {
                name: string;
                value: string;
                language?: string;
            }[];
            written: {
                property: string;
                written: string;
                mapped: string;
                rule: string;
            }[];
            origin: {
                run: string;
                page: string;
                archive: string | null;
                place: string | null;
                observedAt: string;
                catalogues: string[];
                example?: boolean;
            };
            problems: {
                code: string;
                property?: string;
                value?: string;
                message: string;
            }[];
        };
        ChangeWithDifference: {
            /** @description The place in the log: from 1, without gaps. */
            seq: number;
            /** Format: uri */
            id: string;
            /** @enum {string} */
            type: "Create" | "Update" | "Delete";
            /**
             * Format: date-time
             * @description Strictly increasing over the log.
             */
            published: string;
            entity: {
                /** Format: uri */
                iri: string;
                /** @enum {string} */
                kind: "Dataset" | "DatasetSeries";
                /** Format: uri */
                href: string;
            };
            revision: number;
            contentHash: string | null;
            previousHash: string | null;
            /** @description The properties that changed; empty for a creation and a deletion. */
            changed: string[];
            source: {
                id: string;
                run: string;
                /** Format: date-time */
                observedAt: string;
            };
            /** @enum {string} */
            cause: "source-created" | "source-updated" | "source-removed" | "source-returned" | "mapping-changed" | "manual" | "withdrawn" | "contact-erased";
            /** @description Of a deletion. */
            tombstone?: {
                lastRevision: number;
                replacedBy: string | null;
            };
            /** @description What the change did; nothing for a deletion. */
            difference?: {
                property: string;
                label: {
                    da: string;
                    en: string;
                };
                before: {
                    value?: unknown;
                    /**
                     * @description The value is too long for a comparison.
                     * @enum {boolean}
                     */
                    omitted?: true;
                    /** @description The value as people read it, cut where it is long. */
                    text: {
                        da: string;
                        en: string;
                    };
                } | null;
                after: {
                    value?: unknown;
                    /**
                     * @description The value is too long for a comparison.
                     * @enum {boolean}
                     */
                    omitted?: true;
                    /** @description The value as people read it, cut where it is long. */
                    text: {
                        da: string;
                        en: string;
                    };
                } | null;
            }[];
        };
        Snapshot: {
            id: string;
            epoch: string;
            seq: number;
            cursor: string;
            takenAt: string;
            count: number;
            stateHash: string;
            files: {
                name: string;
                /** @enum {string} */
                format: "jsonl" | "nq" | "jsonld" | "csv" | "parquet";
                mediaType: string;
                /** @enum {string|null} */
                compression: "gzip" | null;
                bytes: number;
                sha256: string;
                count: number;
                /** Format: uri */
                href: string;
            }[];
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                changes: string;
                /** Format: uri */
                latest: string;
            };
        };
        DcatUsCatalogue: {
            /** Format: uri */
            "@context": string;
            /** Format: uri */
            "@id": string;
            /** @enum {string} */
            "@type": "dcat:Catalog";
            /** Format: uri */
            conformsTo: string;
            /** Format: uri */
            describedBy: string;
            dataset: components["schemas"]["DcatUsDataset"][];
        };
        Subscription: {
            id: string;
            url: string;
            description: string | null;
            filters: {
                types?: ("Create" | "Update" | "Delete")[];
                source?: string;
                owner?: string;
                theme?: string;
            };
            /** @enum {string} */
            state: "pending" | "active" | "paused" | "disabled";
            reason: {
                code: string;
                detail: string;
                at: string;
            } | null;
            createdAt: string;
            updatedAt: string;
            secrets: {
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                endsAt: string | null;
            }[];
            delivery: {
                cursor: string;
                failedAttempts: number;
                /** Format: date-time */
                failingSince: string | null;
                /** Format: date-time */
                nextAttemptAt: string | null;
            } | null;
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                deliveries: string;
                /** Format: uri */
                replay: string;
                /** Format: uri */
                secret: string;
                /** Format: uri */
                changes: string;
            };
        };
        DatasetQuality: {
            assessedAt: string;
            measurements: {
                metric: string;
                on: "dataset" | number;
                value: boolean | number | null;
                url?: string;
            }[];
            profiles: {
                /** @enum {string} */
                profile: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8";
                /** @enum {string} */
                level?: "public" | "restricted" | "nonPublic";
                conforms: boolean;
                mandatory: {
                    met: number;
                    of: number;
                };
                recommended: {
                    met: number;
                    of: number;
                };
            }[];
            scores: {
                /** @enum {string} */
                set: "mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description";
                points: number;
                of: number;
                ceiling: number;
                share: number | null;
                dimensions: {
                    points: number;
                    of: number;
                    dimension: string;
                }[];
                /** @enum {string} */
                rating?: "excellent" | "good" | "enough" | "bad";
                distribution?: number;
                parts: {
                    metric: string;
                    dimension: string;
                    on: "dataset" | number;
                    /** @enum {string} */
                    standing: "met" | "part" | "unmet" | "unknown" | "not-assessed" | "not-applicable";
                    points: number;
                    of: number;
                }[];
            }[];
            findings: {
                code: string;
                set: string;
                /** @enum {string} */
                fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable";
                /** @enum {string} */
                severity: "violation" | "warning";
                /** @enum {string} */
                class: "Dataset" | "DatasetSeries" | "Distribution" | "DataService" | "Catalogue" | "CatalogueRecord" | "Agent" | "AgentContactPoint" | "TemporalEntity" | "ContactPoint" | "Period" | "Instant" | "Location" | "Checksum" | "Identifier" | "Relationship" | "Attribution" | "Activity" | "QualityAnnotation" | "LegalBasis" | "Purpose" | "ProvenanceStatement" | "RightsStatement" | "LicenceDocument" | "Standard" | "Document" | "Policy" | "TableGroup" | "Table" | "Column";
                property: string;
                path: string;
                value?: string;
                text: {
                    da: string;
                    en: string;
                };
                shouldBe?: {
                    da: string;
                    en: string;
                };
                example?: {
                    da: string;
                    en: string;
                };
            }[];
            grade: {
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                share: number;
                parts: {
                    /** @enum {string} */
                    set: "mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description";
                    weight: number;
                    share: number | null;
                }[];
            };
            id: string;
            /** Format: uri */
            iri: string;
            title: {
                [key: string]: string;
            };
            /** @description True while the description is newer than what is said of it here. */
            outdated: boolean;
            gains: {
                property: string;
                /** @enum {string} */
                effort: "minutes" | "hours" | "days";
                grade: number;
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                mqa: number;
                metrics: string[];
                findings: string[];
            }[];
            history: {
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                share: number;
                mqa: number;
                /** @enum {string} */
                rating: "excellent" | "good" | "enough" | "bad";
                day: string;
                causes: ({
                    /** @enum {string} */
                    kind: "created";
                    run: string;
                    seq: number;
                } | {
                    /** @enum {string} */
                    kind: "changed";
                    run: string;
                    seq: number;
                    properties: string[];
                } | {
                    /** @enum {string} */
                    kind: "link";
                    urls: string[];
                } | {
                    /** @enum {string} */
                    kind: "confirmed";
                    on: string;
                } | {
                    /** @enum {string} */
                    kind: "time";
                } | {
                    /** @enum {string} */
                    kind: "rules";
                })[];
            }[];
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                dataset: string;
            };
        };
        OwnerReport: {
            owner: {
                id: string;
                name: {
                    da?: string;
                    en?: string;
                };
                homepage?: string;
            };
            at: string;
            standing: {
                share: number;
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                mqa: number;
                ceiling: number;
                of: number;
            } | null;
            trend: {
                /** @enum {string|null} */
                direction: "up" | "steady" | "down" | null;
                points: {
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                    mqa: number;
                    day: string;
                }[];
            };
            letters: {
                /** @enum {string} */
                letter: "A" | "B" | "C" | "D" | "E";
                from: number;
                registers: number;
            }[];
            actions: {
                property: string;
                label: {
                    da: string;
                    en: string;
                };
                /** @enum {string} */
                fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable" | "unmet" | "unconfirmed";
                /** @enum {string} */
                effort: "minutes" | "hours" | "days";
                text: {
                    da: string;
                    en: string;
                };
                shouldBe?: {
                    da: string;
                    en: string;
                };
                example?: {
                    da: string;
                    en: string;
                };
                gain: {
                    grade: number;
                    mqa: number;
                };
                after: {
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                };
                registers: {
                    id: string;
                    title: {
                        [key: string]: string;
                    };
                    landingPage?: string;
                    gain: {
                        grade: number;
                        mqa: number;
                    };
                    /** @enum {string} */
                    before: "A" | "B" | "C" | "D" | "E";
                    /** @enum {string} */
                    after: "A" | "B" | "C" | "D" | "E";
                    places: {
                        path: string;
                        place: {
                            da: string;
                            en: string;
                        };
                        value?: string;
                    }[];
                }[];
            }[];
            furtherActions: number;
            registers: {
                id: string;
                title: {
                    [key: string]: string;
                };
                source: string;
                landingPage?: string;
                grade: {
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                    parts: {
                        /** @enum {string} */
                        set: "mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description";
                        weight: number;
                        share: number | null;
                    }[];
                };
                change: {
                    grade: number;
                    mqa: number;
                } | null;
                mqa: {
                    points: number;
                    of: number;
                    ceiling: number;
                    /** @enum {string} */
                    rating?: "excellent" | "good" | "enough" | "bad";
                    dimensions: {
                        points: number;
                        of: number;
                        dimension: string;
                    }[];
                } | null;
                notApplicable: {
                    metric: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    of: number;
                }[];
                unknown: {
                    metric: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    sets: ("mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description")[];
                }[];
                mends: {
                    property: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable" | "unmet" | "unconfirmed";
                    /** @enum {string} */
                    severity: "violation" | "warning";
                    path: string;
                    place: {
                        da: string;
                        en: string;
                    };
                    value?: string;
                    text: {
                        da: string;
                        en: string;
                    };
                    shouldBe?: {
                        da: string;
                        en: string;
                    };
                    example?: {
                        da: string;
                        en: string;
                    };
                    askedBy: {
                        set: string;
                        /** @enum {string} */
                        severity: "violation" | "warning";
                        code: string;
                    }[];
                    gain: {
                        grade: number;
                        mqa: number;
                        property: string;
                        /** @enum {string} */
                        letter: "A" | "B" | "C" | "D" | "E";
                        /** @enum {string} */
                        effort: "minutes" | "hours" | "days";
                    } | null;
                    /** @enum {string|null} */
                    standing: "new" | "open" | null;
                }[];
                history: {
                    day: string;
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                    mqa: number;
                    causes: {
                        /** @enum {string} */
                        kind: "created" | "changed" | "link" | "confirmed" | "time" | "rules";
                        properties?: string[];
                    }[];
                }[];
                lastConfirmed: string | null;
            }[];
            changes: {
                before: {
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                    mqa: number;
                };
                after: {
                    share: number;
                    /** @enum {string} */
                    letter: "A" | "B" | "C" | "D" | "E";
                    mqa: number;
                };
                since: string;
                registers: {
                    before: {
                        share: number;
                        /** @enum {string} */
                        letter: "A" | "B" | "C" | "D" | "E";
                        mqa: number;
                    };
                    after: {
                        share: number;
                        /** @enum {string} */
                        letter: "A" | "B" | "C" | "D" | "E";
                        mqa: number;
                    };
                    register: {
                        id: string;
                        title: {
                            [key: string]: string;
                        };
                    };
                }[];
                added: {
                    id: string;
                    title: {
                        [key: string]: string;
                    };
                }[];
                gone: {
                    id: string;
                    title: {
                        [key: string]: string;
                    };
                }[];
                new: {
                    property: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable" | "unmet" | "unconfirmed";
                    path: string;
                    place: {
                        da: string;
                        en: string;
                    };
                    register: {
                        id: string;
                        title: {
                            [key: string]: string;
                        };
                    };
                }[];
                fixed: {
                    property: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable" | "unmet" | "unconfirmed";
                    path: string;
                    place: {
                        da: string;
                        en: string;
                    };
                    register: {
                        id: string;
                        title: {
                            [key: string]: string;
                        };
                    };
                    gain: {
                        grade: number;
                        mqa: number;
                    } | null;
                }[];
                stillOpen: {
                    property: string;
                    label: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    fault: "missing" | "too-many" | "vocabulary" | "range" | "value" | "too-short" | "language" | "overdue" | "unreachable" | "unmet" | "unconfirmed";
                    places: number;
                    registers: number;
                }[];
            } | null;
            deadLinks: {
                url: string;
                dataset: string;
                path?: string;
                since: string;
                kind: string;
                text: {
                    da: string;
                    en: string;
                };
                register: {
                    id: string;
                    title: {
                        [key: string]: string;
                    };
                };
            }[];
            unconfirmed: {
                id: string;
                title: {
                    [key: string]: string;
                };
                lastConfirmed: string | null;
            }[];
            problems: {
                code: string;
                /** @enum {string} */
                severity: "info" | "warning" | "error";
                count: number;
                fixed: number;
                problems: {
                    code: string;
                    /** @enum {string} */
                    severity: "info" | "warning" | "error";
                    record?: string;
                    property?: string;
                    place?: {
                        page?: string;
                        line?: number;
                        column?: number;
                        path?: string;
                    };
                    excerpt?: string;
                    message: string;
                    /** @enum {string} */
                    standing?: "new" | "still" | "fixed";
                    source: string;
                }[];
            }[];
            leftOut: {
                /** @enum {string} */
                what: "dead-links" | "problems";
                source: string;
                count: number;
                rest: string;
            }[];
            lostRecords: number;
        };
        Source: {
            id: string;
            title: {
                da?: string;
                en?: string;
            };
            owner: {
                id: string;
                name: {
                    da?: string;
                    en?: string;
                };
                /** Format: uri */
                homepage: string | null;
            };
            /** @enum {string} */
            format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
            /** Format: uri */
            url: string;
            /** @default {} */
            schedule: {
                /** @default PT24H */
                every: string;
            };
            /** @default {} */
            removal: {
                /** @default 2 */
                missingRuns: number;
                /** @default {} */
                holdAbove: {
                    /** @default 0.1 */
                    share: number;
                    /** @default 3 */
                    count: number;
                };
                /** @default 5 */
                releaseAfter: number;
                /** @enum {string} */
                renames?: "propose" | "auto" | "off";
            };
            drift: {
                drop: number;
                minRecords: number;
            } | null;
            precedence: number | null;
            /** @default [] */
            ignoreChangesIn: string[];
            /** @default true */
            enabled: boolean;
            note: string | null;
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                runs: string;
                /** Format: uri */
                renames: string;
                /** Format: uri */
                datasets: string;
                /** Format: uri */
                changes: string;
            };
        };
        KeptDefinition: {
            id: string;
            definition: components["schemas"]["SourceDefinition"];
            version: number;
            /**
             * @description Whose the definition is: a start reads the source file again, and leaves those of the API.
             * @enum {string}
             */
            managedBy: "file" | "api";
            /** @description Who changed or added it by the API; null for a definition of the file. */
            edited: {
                at: string;
                by: string;
            } | null;
            /** @description Since when it does not stand in the source file any more. */
            removedFromFile: string | null;
            links: {
                /** Format: uri */
                self: string;
            };
        };
        SourceDefinition: {
            id: string;
            /** @default {} */
            title: {
                da?: string;
                en?: string;
            };
            owner: {
                id: string;
                /** @default {} */
                name: {
                    da?: string;
                    en?: string;
                };
                /** Format: email */
                email?: string;
                /** Format: uri */
                homepage?: string;
            };
            /** @enum {string} */
            format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
            /** Format: uri */
            url: string;
            credentials?: {
                /** @enum {string} */
                kind: "header";
                name: string;
                secret: string;
            } | {
                /** @enum {string} */
                kind: "bearer";
                secret: string;
            } | {
                /** @enum {string} */
                kind: "basic";
                user: string;
                secret: string;
            } | {
                /** @enum {string} */
                kind: "oauth2-client";
                /** Format: uri */
                tokenUrl: string;
                clientId: string;
                secret: string;
                scope?: string;
            };
            /** @default {} */
            schedule: {
                /** @default PT24H */
                every: string;
            };
            /** @default {} */
            settings: {
                [key: string]: unknown;
            };
            textLanguage?: string;
            /** @default {} */
            defaults: {
                [key: string]: unknown;
            };
            /** @default {} */
            politeness: {
                /** @default 1 */
                requestsPerSecond: number;
                /** @default 1 */
                concurrency: number;
                /** @default true */
                respectRobots: boolean;
                /** @default null */
                quietHours: {
                    from: string;
                    to: string;
                } | null;
            };
            /** @default {} */
            removal: {
                /** @default 2 */
                missingRuns: number;
                /** @default {} */
                holdAbove: {
                    /** @default 0.1 */
                    share: number;
                    /** @default 3 */
                    count: number;
                };
                /** @default 5 */
                releaseAfter: number;
                /** @enum {string} */
                renames?: "propose" | "auto" | "off";
            };
            /**
             * @default never
             * @enum {string}
             */
            approve: "never" | "first" | "always";
            drift?: {
                /** @default 0.5 */
                drop: number;
                /** @default 5 */
                minRecords: number;
            } | null;
            precedence?: number;
            /** @default [] */
            ignoreChangesIn: string[];
            /** @default true */
            enabled: boolean;
            /** @default false */
            example: boolean;
            note?: string;
        };
        SourceDocument: {
            id: string;
            title: {
                da?: string;
                en?: string;
            };
            owner: {
                id: string;
                name: {
                    da?: string;
                    en?: string;
                };
                /** Format: uri */
                homepage: string | null;
            };
            /** @enum {string} */
            format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
            /** Format: uri */
            url: string;
            /** @default {} */
            schedule: {
                /** @default PT24H */
                every: string;
            };
            /** @default {} */
            removal: {
                /** @default 2 */
                missingRuns: number;
                /** @default {} */
                holdAbove: {
                    /** @default 0.1 */
                    share: number;
                    /** @default 3 */
                    count: number;
                };
                /** @default 5 */
                releaseAfter: number;
                /** @enum {string} */
                renames?: "propose" | "auto" | "off";
            };
            drift: {
                drop: number;
                minRecords: number;
            } | null;
            precedence: number | null;
            /** @default [] */
            ignoreChangesIn: string[];
            /** @default true */
            enabled: boolean;
            note: string | null;
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                runs: string;
                /** Format: uri */
                renames: string;
                /** Format: uri */
                datasets: string;
                /** Format: uri */
                changes: string;
            };
            latestRun: {
                id: string;
                /** @enum {string} */
                state: "running" | "succeeded" | "partial" | "held" | "failed";
                startedAt: string;
                endedAt: string | null;
                /** Format: uri */
                href: string;
            } | null;
            definition?: components["schemas"]["SourceDefinition"];
            version?: number;
            /**
             * @description Whose the definition is: a start reads the source file again, and leaves those of the API.
             * @enum {string}
             */
            managedBy?: "file" | "api";
            /** @description Who changed or added it by the API; null for a definition of the file. */
            edited?: {
                at: string;
                by: string;
            } | null;
            /** @description Since when it does not stand in the source file any more. */
            removedFromFile?: string | null;
        };
        Run: {
            id: string;
            source: string;
            /** @enum {string} */
            state: "running" | "succeeded" | "partial" | "held" | "failed";
            reason?: string;
            lastFailure?: {
                at: string;
                message: string;
            };
            startedAt: string;
            endedAt: string | null;
            /** @enum {string} */
            coverage: "complete" | "partial" | "none";
            /** @enum {string} */
            scope?: "changes-only";
            /** @enum {boolean} */
            preview?: true;
            waiting?: {
                created: number;
                updated: number;
                returned: number;
                removed: number;
            };
            replay?: {
                of: string;
                dryRun: boolean;
            };
            notBefore?: string;
            counts: {
                listed: number;
                created: number;
                updated: number;
                unchanged: number;
                duplicate: number;
                rejected: number;
                returned: number;
                missing: number;
                removed: number;
                held: number;
            };
            live: {
                before: number;
                after: number;
            };
            requests: number;
            bytesReceived: number;
            notModified: number;
            problems: {
                code: string;
                /** @enum {string} */
                severity: "info" | "warning" | "error";
                record?: string;
                property?: string;
                place?: {
                    page?: string;
                    line?: number;
                    column?: number;
                    path?: string;
                };
                excerpt?: string;
                message: string;
            }[];
            problemCount?: number;
            changes: {
                first: number;
                last: number;
            } | null;
            cost?: {
                dynamodbReadUnits: number;
                dynamodbWriteUnits: number;
                s3Puts: number;
                s3Gets: number;
                sqsCalls: number;
                snsCalls: number;
                lambdaInvocations: number;
                lambdaGbSeconds: number;
                requests: number;
                bytesReceived: number;
                usd: number;
                prices: string;
            };
            /** @description How long it took; null while it is under way. */
            seconds: number | null;
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                records: string;
                /** Format: uri */
                problems: string;
                /** Format: uri */
                requests: string;
                /** Format: uri */
                source: string;
                /** Format: uri */
                changes?: string;
                /** Format: uri */
                held?: string;
                /** Format: uri */
                difference?: string;
            };
        };
        Erasure: {
            /** @description A keyed hash: the address is kept nowhere. */
            id: string;
            requestedAt: string;
            /** @enum {string} */
            state: "waiting" | "done";
            doneAt: string | null;
            counts: {
                changes: number;
                objects: number;
                items: number;
                letters: number;
            };
            links: {
                /** Format: uri */
                self: string;
            };
        };
        Overview: {
            /** Format: date-time */
            at: string;
            /** @description There is no trouble. */
            well: boolean;
            sources: {
                id: string;
                title: {
                    da?: string;
                    en?: string;
                };
                owner: {
                    id: string;
                    name: {
                        da?: string;
                        en?: string;
                    };
                };
                /** @enum {string} */
                format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
                /** @default true */
                enabled: boolean;
                /**
                 * @description The first that holds, in the order in which they stand here.
                 * @enum {string}
                 */
                state: "paused" | "running" | "awaiting" | "held" | "failing" | "overdue" | "new" | "well";
                lastRun: {
                    id: string;
                    /** @enum {string} */
                    state: "running" | "succeeded" | "partial" | "held" | "failed";
                    startedAt: string;
                    endedAt: string | null;
                    reason?: string;
                    /** @enum {string} */
                    coverage: "complete" | "partial" | "none";
                } | null;
                lastGood: {
                    id: string;
                    endedAt: string | null;
                } | null;
                every: string;
                /**
                 * Format: date-time
                 * @description Null for a source that is paused.
                 */
                dueAt: string | null;
                overdueSeconds: number;
                /** @description Datasets in the catalogue, as the latest run left it. */
                live: number;
                /** @description Removals that wait for a decision. */
                held: number;
                /** @description Changes that wait for approval. */
                waiting: number;
                running: {
                    run: string;
                    startedAt: string;
                    listed: number;
                    requests: number;
                    bytesReceived: number;
                } | null;
                failure: {
                    code: string;
                    reason: string;
                } | null;
                /** @description The latest three harvests all missed a part of the source. */
                partial: boolean;
                /** @description Changes wait because the site looks as if it had been built anew. */
                drift: boolean;
            }[];
            /** @description What an operator should look at, worst first. */
            troubles: {
                /** @enum {string} */
                kind: "view-behind" | "source-failing" | "dead-letters" | "source-overdue" | "source-drift" | "run-held" | "run-waiting" | "source-partial" | "source-removed-from-file" | "webhooks-failing";
                /** @enum {string} */
                severity: "error" | "warning";
                source?: string;
                run?: string;
                /** Format: date-time */
                since?: string;
                /** @description What happened, where, and what to do. */
                text: {
                    da: string;
                    en: string;
                };
                links: {
                    [key: string]: string;
                };
            }[];
            deadLetters: {
                waiting: number;
                more: boolean;
            };
            ledger: {
                epoch: string;
                head: number;
                /** Format: date-time */
                lastPublished: string | null;
                changesLastHour: number;
                changesLastDay: number;
            };
            views: {
                name: string;
                seq: number;
                lag: number;
            }[];
            webhooks: {
                active: number;
                failing: number;
                furthestBehind: number;
            };
            /** @description 500 stands for 500 or more. */
            deadLinks: number | null;
            cost: {
                month: string;
                usd: number;
                runs: number;
                byKind: {
                    harvest: number;
                    preview: number;
                    replay: number;
                };
                /** @description False when there were more runs than are read: the sum is then too low. */
                complete: boolean;
            };
            links: {
                /** Format: uri */
                self: string;
                /** Format: uri */
                sources: string;
            };
        };
        SourcePreview: {
            source: string;
            /** @enum {string} */
            coverage: "complete" | "partial" | "none";
            /** @description The source was read to its end. */
            whole: boolean;
            /**
             * @description What ended the preview before that.
             * @enum {string|null}
             */
            ended: "records" | "pages" | "time" | null;
            /** @description Why nothing could be read; null when something was. */
            failure: {
                code: string;
                message: string;
                text: {
                    da: string;
                    en: string;
                };
            } | null;
            /** @description Of what was read, by what would become of it. */
            counts: {
                [key: string]: number;
            };
            records: {
                /** @enum {string} */
                outcome: "created" | "updated" | "unchanged" | "returned" | "duplicate" | "rejected" | "missing" | "removed" | "held";
                id: string | null;
                identifier: string | null;
                /** @description Null for a record that is as it was. */
                title: {
                    [key: string]: string;
                } | null;
                reason?: string;
            }[];
            wouldRemove: {
                count: number;
                ids: string[];
            };
            wouldHold: {
                count: number;
                ids: string[];
            };
            score: {
                records: number;
                grade: string;
                share: number;
                grades: {
                    [key: string]: number;
                };
                mqa: {
                    points: number;
                    of: number;
                };
            } | null;
            problemCount: number;
            problems: {
                code: string;
                /** @enum {string} */
                severity: "info" | "warning" | "error";
                record?: string;
                property?: string;
                place?: {
                    page?: string;
                    line?: number;
                    column?: number;
                    path?: string;
                };
                excerpt?: string;
                message: string;
            }[];
            requests: {
                url: string;
                at: string;
                ms: number;
                status: number | null;
                bytes: number;
            }[];
            robots: {
                /** @enum {string} */
                kind: "not-asked";
            } | {
                /** @enum {string} */
                kind: "allowed";
                delaySeconds: number;
            } | {
                /** @enum {string} */
                kind: "disallowed";
            } | {
                /** @enum {string} */
                kind: "unreachable";
                message: string;
            };
            politeness: {
                requestsPerSecond: number;
                concurrency: number;
                respectRobots: boolean;
                quietHours: {
                    from: string;
                    to: string;
                } | null;
                /** Format: date-time */
                quietUntil: string | null;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showRoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses of the service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        description: string;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            datasets: string;
                            /** Format: uri */
                            variables: string;
                            /** Format: uri */
                            changes: string;
                            /** Format: uri */
                            snapshots: string;
                            /** Format: uri */
                            state: string;
                            /** Format: uri */
                            subscriptions: string;
                            /** Format: uri */
                            links: string;
                            /** Format: uri */
                            catalog: string;
                            feeds: {
                                /** Format: uri */
                                dcatAp: string;
                                /** Format: uri */
                                atom: string;
                                /** Format: uri */
                                json: string;
                                /** Format: uri */
                                activity: string;
                                /** Format: uri */
                                oaiPmh: string;
                            };
                            /** Format: uri */
                            sources: string;
                            /** Format: uri */
                            owners: string;
                            /** Format: uri */
                            quality: string;
                            /** Format: uri */
                            runs: string;
                            /** Format: uri */
                            health: string;
                            /** Format: uri */
                            docs: string;
                            /** Format: uri */
                            openapi: string;
                            /** Format: uri */
                            apiCatalog: string;
                        };
                    };
                };
            };
            /** @description For a browser: `Location` is the map, in its language. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showApiCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A linkset (RFC 9264). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that needs no script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is: the log can be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        epoch: string;
                        /** @description The number of the latest change. */
                        head: number;
                        /** Format: date-time */
                        published: string | null;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What acts are noted under in the audit log. */
                        name: string;
                        /**
                         * @description What the caller shows.
                         * @enum {string}
                         */
                        by: "operator-token" | "access-token";
                        scopes: string[];
                        operator: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By a token, and at an OpenID provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether somebody who has a token may be let in by it. */
                        token: boolean;
                        /** @description The OpenID provider at which people sign in, by a code with PKCE; null where there is none. */
                        openid: {
                            /** @description What stands as `iss` in its tokens. */
                            issuer: string;
                            /** @description The client of the web pages; it has no secret. */
                            clientId: string;
                            scopes: string[];
                            /** Format: uri */
                            authorizationEndpoint: string;
                            /** Format: uri */
                            tokenEndpoint: string;
                            /** @description Where a person signs out at the provider, and the parameter that says where to come back to. */
                            logout: {
                                /** Format: uri */
                                endpoint: string;
                                /** @enum {string} */
                                returnParameter: "post_logout_redirect_uri" | "logout_uri";
                            } | null;
                        } | null;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showProblemType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a problem. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problem. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        type: string;
                        status: number;
                        title: string;
                    } | {
                        /** Format: uri */
                        type: string;
                        /** @enum {string} */
                        severity: "info" | "warning" | "error";
                        title: {
                            da: string;
                            en: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics, what each is worth, how they make the grade, and what sets and dimensions are called. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sets: {
                            [key: string]: {
                                da: string;
                                en: string;
                            };
                        };
                        dimensions: {
                            [key: string]: {
                                da: string;
                                en: string;
                            };
                        };
                        items: {
                            id: string;
                            /** Format: uri */
                            iri: string;
                            /** @enum {string} */
                            on: "dataset" | "distribution" | "either";
                            /** @enum {string} */
                            type: "boolean" | "status" | "characters" | "count" | "days" | "share";
                            property?: string;
                            label: {
                                da: string;
                                en: string;
                            };
                        }[];
                        /** @description What each metric is worth in each set of scores. */
                        scores: {
                            /** @enum {string} */
                            set: "mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description";
                            parts: {
                                metric: string;
                                dimension: string;
                                points: number;
                                /** @description Why this catalogue cannot tell; the points are then not counted. */
                                notAssessed: {
                                    da: string;
                                    en: string;
                                } | null;
                            }[];
                        }[];
                        /** @description How the shares of sets make the grade, and the share from which on each letter is given. */
                        grade: {
                            weights: {
                                /** @enum {string} */
                                set: "mqa" | "healthdcat-ap-r8" | "ehds-art77" | "art78-readiness" | "fair" | "timeliness" | "description";
                                weight: number;
                            }[];
                            bands: {
                                /** @enum {string} */
                                letter: "A" | "B" | "C" | "D" | "E";
                                from: number;
                            }[];
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Only what is of this source; several with commas between them in a search. */
                source?: string;
                /** @description Only what is in this state. */
                status?: "live";
                /** @description A question in words, Danish or English. */
                q?: string;
                /** @description Only what is of this owner; several with commas between them in a search. */
                owner?: string;
                /** @description Themes: codes or IRIs of the vocabulary, with commas between them in a search. */
                theme?: string;
                /** @description Categories of health data (EHDS Article 51): codes or IRIs, with commas between them. */
                healthCategory?: string;
                /** @description Who may get at the data: codes or IRIs of the vocabulary, with commas between them. */
                accessLevel?: string;
                /** @description Types of dataset: codes or IRIs of the vocabulary, with commas between them. */
                type?: string;
                /** @description Letters of the grade of the description, with commas between them. */
                grade?: string;
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
                /** @description The order; the best first unless it is named. */
                sort?: "relevance" | "title" | "changed" | "period" | "grade" | "-grade" | "mqa" | "-mqa";
                /** @description Whether to count the values that the result could be narrowed by. */
                facets?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of datasets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DatasetItem"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            changes: string;
                        };
                        /** @description Of a search: how many were found. */
                        total?: number;
                        didYouMean?: string | null;
                        facets?: {
                            owner: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            source: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            theme: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            healthCategory: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            accessLevel: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            type: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            grade: {
                                value: string;
                                label: {
                                    [key: string]: string;
                                };
                                count: number;
                                iri?: string;
                            }[];
                            period: {
                                from: string;
                                to: string;
                                count: number;
                            }[];
                        };
                        /** @description Of a search: the place of the log that the search knows of. */
                        index?: {
                            epoch: string;
                            seq: number;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDataset: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "croissant" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetDocument"];
                    "application/ld+json": string;
                    "text/turtle": string;
                    "application/n-triples": string;
                    "application/rdf+xml": string;
                    "application/json; profile=\"https://project-open-data.cio.gov/v1.1/schema\"": components["schemas"]["DcatUsDataset"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSameAs: {
        parameters: {
            query?: {
                /** @description What is told beside: `data`, the record as of each change; `difference`, what each change did; `differences`, all that two descriptions say differently. */
                include?: "differences";
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, each with where it contradicts this dataset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uri */
                        iri: string;
                        /** @description The id of the dataset whose source has the first word. */
                        preferred: string;
                        items: {
                            id: string;
                            /** Format: uri */
                            iri: string;
                            /** Format: uri */
                            href: string;
                            source: {
                                id: string;
                                /** Format: uri */
                                href: string;
                            };
                            /** @description How sure the link is, 0 to 1. */
                            score: number;
                            reasons: string[];
                            title: {
                                [key: string]: string;
                            };
                            precedence: number;
                            conflicts: {
                                property: string;
                                label: {
                                    da: string;
                                    en: string;
                                };
                                here?: unknown;
                                there?: unknown;
                            }[];
                            /** @description All that the two say differently, or only one of them says. */
                            differences?: {
                                property: string;
                                label: {
                                    da: string;
                                    en: string;
                                };
                                here: {
                                    value?: unknown;
                                    /**
                                     * @description The value is too long for a comparison.
                                     * @enum {boolean}
                                     */
                                    omitted?: true;
                                    /** @description The value as people read it, cut where it is long. */
                                    text: {
                                        da: string;
                                        en: string;
                                    };
                                } | null;
                                there: {
                                    value?: unknown;
                                    /**
                                     * @description The value is too long for a comparison.
                                     * @enum {boolean}
                                     */
                                    omitted?: true;
                                    /** @description The value as people read it, cut where it is long. */
                                    text: {
                                        da: string;
                                        en: string;
                                    };
                                } | null;
                            }[];
                        }[];
                        /** @description How many links are left out, as the answer would outgrow its bound. */
                        omitted: number;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            dataset: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leadToDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset itself is no document; `Location` is that of its description, for a browser of its page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMap: {
        parameters: {
            query?: {
                /** @description A question in words, Danish or English. */
                q?: string;
                /** @description Only what is of this owner; several with commas between them in a search. */
                owner?: string;
                /** @description Themes: codes or IRIs of the vocabulary, with commas between them in a search. */
                theme?: string;
                /** @description Categories of health data (EHDS Article 51): codes or IRIs, with commas between them. */
                healthCategory?: string;
                /** @description Who may get at the data: codes or IRIs of the vocabulary, with commas between them. */
                accessLevel?: string;
                /** @description Types of dataset: codes or IRIs of the vocabulary, with commas between them. */
                type?: string;
                /** @description Letters of the grade of the description, with commas between them. */
                grade?: string;
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
                /** @description Only what is of this source; several with commas between them in a search. */
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The datasets, with those who own them and what their codes mean. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapDocument"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All themes of live datasets, the most used first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description What the filter `theme` takes. */
                            id: string;
                            iri: string;
                            label: {
                                da?: string;
                                en?: string;
                            };
                            datasets: number;
                            owners: number;
                            links: {
                                /** Format: uri */
                                datasets: string;
                                /** Format: uri */
                                map: string;
                            };
                        }[];
                        omitted: number;
                        index: {
                            epoch: string;
                            seq: number;
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProperties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table of properties. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            id: string;
                            iri: string;
                            label: {
                                da: string;
                                en: string;
                            };
                            properties: {
                                /** @description The key in the record. */
                                key: string;
                                iri: string;
                                label: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                kind: "literal" | "node";
                                /** @description The kind of literal, or the class of the node. */
                                range: string;
                                many: boolean;
                                /** @description Where its concepts come from. */
                                vocabulary: string | null;
                            }[];
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description A question in words, Danish or English. */
                q: string;
                /** @description The most items in the answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Datasets, terms and variables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        datasets: {
                            id: string;
                            title: {
                                [key: string]: string;
                            };
                            /** Format: uri */
                            href: string;
                        }[];
                        terms: {
                            term: string;
                            count: number;
                            /** Format: uri */
                            href: string;
                        }[];
                        variables: {
                            name: string;
                            count: number;
                            /** Format: uri */
                            href: string;
                        }[];
                        index: {
                            epoch: string;
                            seq: number;
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVariables: {
        parameters: {
            query?: {
                /** @description A question in words, Danish or English. */
                q?: string;
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of variables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** Format: uri */
                            href: string;
                            datasets: number;
                            holdings: {
                                dataset: {
                                    id: string;
                                    title: {
                                        [key: string]: string;
                                    };
                                    /** Format: uri */
                                    href: string;
                                };
                                title: {
                                    [key: string]: string;
                                };
                                description: {
                                    [key: string]: string;
                                };
                                since: string | null;
                                until: string | null;
                            }[];
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                        total: number;
                        didYouMean: string | null;
                        index: {
                            epoch: string;
                            seq: number;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showVariable: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The name of a variable, in whatever case. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variable, with a page of its registers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uri */
                        href: string;
                        datasets: number;
                        holdings: {
                            dataset: {
                                id: string;
                                title: {
                                    [key: string]: string;
                                };
                                /** Format: uri */
                                href: string;
                            };
                            title: {
                                [key: string]: string;
                            };
                            description: {
                                [key: string]: string;
                            };
                            since: string | null;
                            until: string | null;
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        index: {
                            epoch: string;
                            seq: number;
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-not-ready`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetVariables: {
        parameters: {
            query?: {
                /** @description A question in words, Danish or English. */
                q?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of variables, or all of them as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Its place in the description, from 1. */
                            place: number;
                            table: {
                                [key: string]: string;
                            };
                            name: string | null;
                            title: {
                                [key: string]: string;
                            };
                            description: {
                                [key: string]: string;
                            };
                            datatype: string | null;
                            since: string | null;
                            until: string | null;
                            /** @description Where the owner defines it: a concept, or the codes that it may have. */
                            propertyUrl: string | null;
                            /**
                             * Format: uri
                             * @description Which registers hold it.
                             */
                            href: string | null;
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            csv: string;
                            /** Format: uri */
                            dataset: string;
                        };
                        id: string;
                        revision: number;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetVariablesCsv: {
        parameters: {
            query?: {
                /** @description A question in words, Danish or English. */
                q?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description A cursor, `0` for the start, `now`, or an instant (RFC 3339). */
                since?: string;
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Only changes of these types, with commas between them. */
                types?: string;
                /** @description Only what is of this source; several with commas between them in a search. */
                source?: string;
                /** @description Only what is of this owner; several with commas between them in a search. */
                owner?: string;
                /** @description Themes: codes or IRIs of the vocabulary, with commas between them in a search. */
                theme?: string;
                /** @description What is told beside: `data`, the record as of each change; `difference`, what each change did; `differences`, all that two descriptions say differently. */
                include?: "data";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor-expired`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showChange: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The number of a change, after a restore with the name of its log before it (`e2tmf3k9x1a-7`); it may carry a suffix for the format. */
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change with its record. It never changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The place in the log: from 1, without gaps. */
                        seq: number;
                        /** Format: uri */
                        id: string;
                        /** @enum {string} */
                        type: "Create" | "Update" | "Delete";
                        /**
                         * Format: date-time
                         * @description Strictly increasing over the log.
                         */
                        published: string;
                        entity: {
                            /** Format: uri */
                            iri: string;
                            /** @enum {string} */
                            kind: "Dataset" | "DatasetSeries";
                            /** Format: uri */
                            href: string;
                        };
                        revision: number;
                        contentHash: string | null;
                        previousHash: string | null;
                        /** @description The properties that changed; empty for a creation and a deletion. */
                        changed: string[];
                        source: {
                            id: string;
                            run: string;
                            /** Format: date-time */
                            observedAt: string;
                        };
                        /** @enum {string} */
                        cause: "source-created" | "source-updated" | "source-removed" | "source-returned" | "mapping-changed" | "manual" | "withdrawn" | "contact-erased";
                        /** @description Of a deletion. */
                        tombstone?: {
                            lastRevision: number;
                            replacedBy: string | null;
                        };
                        /** @description The record as of the change; null for a deletion. */
                        data?: components["schemas"]["Record"] | null;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            previous: string | null;
                            /** Format: uri */
                            history: string;
                        };
                    };
                    "application/ld+json": string;
                    "text/turtle": string;
                    "application/n-triples": string;
                    "application/rdf+xml": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetChanges: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description What is told beside: `data`, the record as of each change; `difference`, what each change did; `differences`, all that two descriptions say differently. */
                include?: "difference";
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeWithDifference"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            dataset: string;
                        };
                        head: number;
                        epoch: string;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Snapshot"][];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            latest: string;
                            /** Format: uri */
                            changes: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLatestSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest snapshot of the log as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot; it never changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSnapshotFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
                /** @description The name of a file of the snapshot. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/json": string;
                    "application/octet-stream": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The way to the bytes, where they are too many for an answer. */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state at the end of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        epoch: string;
                        seq: number;
                        cursor: string;
                        /** Format: date-time */
                        published: string | null;
                        count: number;
                        stateHash: string;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leadToCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Location` is that of the catalogue. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leadToPublisher: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Location` is that of the catalogue. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalog: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                    "application/ld+json": string;
                    "application/rdf+xml": string;
                    "application/n-triples": string;
                    "application/json; profile=\"https://project-open-data.cio.gov/v1.1/schema\"": components["schemas"]["DcatUsCatalogue"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalogIn_ttl: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalogIn_jsonld: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalogIn_rdf: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/rdf+xml": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalogIn_nt: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/n-triples": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCatalogIn_json: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description By which profile the answer is written; without one it says all that the catalogue has. What a profile leaves out is told in docs/profiles.md. */
                profile?: "dcat-ap-3" | "dcat-ap-dk-3" | "healthdcat-ap-r8" | "schema-org" | "dcat-us";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
                /** @description The most items in the answer. */
                limit?: number;
                /** @description A place of the log: the catalogue as it was there. */
                at?: string;
                /** @description The id of a dataset: the page goes on behind it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page (Hydra; by a profile as it has one). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; profile=\"https://project-open-data.cio.gov/v1.1/schema\"": components["schemas"]["DcatUsCatalogue"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moment-passed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFeed: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A node of the event stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/trig": string;
                    "application/ld+json": string;
                    "application/n-quads": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFeedByName: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The name of the feed with a suffix, such as `dcat-ap.trig`. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A node of the event stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/trig": string;
                    "application/ld+json": string;
                    "application/n-quads": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFeedPage: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The number of a page, from 1; of a feed after a restore with the name of its log before it. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A node of the event stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/trig": string;
                    "application/ld+json": string;
                    "application/n-quads": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFeedIndex: {
        parameters: {
            query?: {
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The number of an index node, from 1. */
                block: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A node of the event stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/trig": string;
                    "application/ld+json": string;
                    "application/n-quads": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showActivities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        "@context": string[];
                        /** Format: uri */
                        id: string;
                        /** @enum {string} */
                        type: "OrderedCollection";
                        totalItems: number;
                        seeAlso: {
                            /** Format: uri */
                            id: string;
                            type: string;
                            format: string;
                        }[];
                        first: {
                            /** Format: uri */
                            id: string;
                            type: string;
                        };
                        last: {
                            /** Format: uri */
                            id: string;
                            type: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showActivityPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of a page, from 1; of a feed after a restore with the name of its log before it. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        "@context": string[];
                        /** Format: uri */
                        id: string;
                        /** @enum {string} */
                        type: "OrderedCollectionPage";
                        partOf: {
                            /** Format: uri */
                            id: string;
                            type: string;
                        };
                        prev?: {
                            /** Format: uri */
                            id: string;
                            type: string;
                        };
                        next?: {
                            /** Format: uri */
                            id: string;
                            type: string;
                        };
                        startIndex: number;
                        orderedItems: {
                            /** Format: uri */
                            id: string;
                            /** @enum {string} */
                            type: "Create" | "Update" | "Delete";
                            object: {
                                /** Format: uri */
                                id: string;
                                /** @enum {string} */
                                type: "Dataset" | "DatasetSeries";
                                seeAlso?: {
                                    /** Format: uri */
                                    id: string;
                                    type: string;
                                    format: string;
                                }[];
                            };
                            /** Format: date-time */
                            endTime: string;
                        }[];
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAtom: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287, RFC 5005). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAtomArchive: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
            };
            header?: never;
            path: {
                /** @description The number of an archive with its suffix, such as `1.xml`. */
                archive: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287, RFC 5005). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showJsonFeed: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The number of a page, from 1; of a feed after a restore with the name of its log before it. */
                page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Feed 1.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                        title: string;
                        items: ({
                            /** Format: uri */
                            id: string;
                            /** Format: date-time */
                            date_published: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `log-replaced`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askOai: {
        parameters: {
            query: {
                /** @description What is asked of the repository. */
                verb: "Identify" | "ListMetadataFormats" | "ListSets" | "ListIdentifiers" | "ListRecords" | "GetRecord";
                /** @description The format of OAI-PMH records. */
                metadataPrefix?: "oai_dc" | "dcat_ap";
                /** @description The identifier of a record: the IRI of a dataset. */
                identifier?: string;
                /** @description Only records of this source. */
                set?: string;
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the datestamps that are wanted. */
                until?: string;
                /** @description Where an OAI-PMH list goes on. */
                resumptionToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An answer of OAI-PMH 2.0; faults stand in it, as the protocol wants it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askOaiByForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    verb: "Identify" | "ListMetadataFormats" | "ListSets" | "ListIdentifiers" | "ListRecords" | "GetRecord";
                    /** @enum {string} */
                    metadataPrefix?: "oai_dc" | "dcat_ap";
                    identifier?: string;
                    set?: string;
                    from?: string;
                    until?: string;
                    resumptionToken?: string;
                };
            };
        };
        responses: {
            /** @description An answer of OAI-PMH 2.0; faults stand in it, as the protocol wants it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Subscription"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    url: string;
                    description?: string;
                    /** @default {} */
                    filters?: {
                        types?: ("Create" | "Update" | "Delete")[];
                        source?: string;
                        owner?: string;
                        theme?: string;
                    };
                    /** @default now */
                    since?: string;
                };
            };
        };
        responses: {
            /** @description It was made. No other answer holds its key and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                        description: string | null;
                        filters: {
                            types?: ("Create" | "Update" | "Delete")[];
                            source?: string;
                            owner?: string;
                            theme?: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "active" | "paused" | "disabled";
                        reason: {
                            code: string;
                            detail: string;
                            at: string;
                        } | null;
                        createdAt: string;
                        updatedAt: string;
                        secrets: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            endsAt: string | null;
                        }[];
                        delivery: {
                            cursor: string;
                            failedAttempts: number;
                            /** Format: date-time */
                            failingSince: string | null;
                            /** Format: date-time */
                            nextAttemptAt: string | null;
                        } | null;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            deliveries: string;
                            /** Format: uri */
                            replay: string;
                            /** Format: uri */
                            secret: string;
                            /** Format: uri */
                            changes: string;
                        };
                        key: string;
                        secret: string;
                    };
                };
            };
            /** @description `receiver-refused`, `invalid-cursor`, `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-subscriptions`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor-expired`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription, without its secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with its log. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    url?: string;
                    description?: string | null;
                    filters?: {
                        types?: ("Create" | "Update" | "Delete")[];
                        source?: string;
                        owner?: string;
                        theme?: string;
                    };
                    /** @enum {string} */
                    state?: "active" | "paused";
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `receiver-refused`, `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge-failed`, `not-active`, `subscription-changed`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            webhookId: string;
                            type: string;
                            seq: number | null;
                            attempt: number;
                            /** @enum {string} */
                            outcome: "delivered" | "failed";
                            status: number | null;
                            detail: string;
                            durationMs: number;
                            nextAt: string | null;
                            /** @description A replay from here sends this message again, and all after it. */
                            since?: string;
                            links?: {
                                /** Format: uri */
                                change: string;
                            };
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaySubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    since: string;
                };
            };
        };
        responses: {
            /** @description It goes on from there. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid-cursor`, `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor-expired`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    revoke?: boolean;
                };
            };
        };
        responses: {
            /** @description The new secret, which no other answer holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        previousEndsAt: string | null;
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `subscription-changed`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDatasetQuality: {
        parameters: {
            query?: {
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest assessment with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetQuality"];
                    "text/turtle": string;
                    "application/ld+json": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDatasetQualityInTurtle: {
        parameters: {
            query?: {
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest assessment with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDatasetQualityInJsonLd: {
        parameters: {
            query?: {
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest assessment with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showQualitySummary: {
        parameters: {
            query?: {
                /** @description What scores are gathered by. */
                by?: "catalogue" | "owner" | "source" | "theme" | "profile";
                /** @description The id, as lists show it. */
                id?: string;
                /** @description The beginning of the period that is wanted, or for OAI-PMH of the datestamps. */
                from?: string;
                /** @description The end of the period that is wanted. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The aggregates, the best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "catalogue" | "owner" | "source" | "theme" | "profile";
                        items: ({
                            id: string;
                            datasets: number;
                            share: number;
                            mqa: number;
                            letters: {
                                A?: number;
                                B?: number;
                                C?: number;
                                D?: number;
                                E?: number;
                            };
                            ratings: {
                                excellent?: number;
                                good?: number;
                                enough?: number;
                                bad?: number;
                            };
                            conforms: {
                                "dcat-ap-3"?: number;
                                "dcat-ap-dk-3"?: number;
                                "healthdcat-ap-r8"?: number;
                            };
                            name: {
                                [key: string]: string;
                            };
                        } | {
                            id: string;
                            datasets: number;
                            conforming: number;
                        })[];
                        /** @description Of one aggregate. */
                        history?: {
                            datasets: number;
                            share: number;
                            mqa: number;
                            letters: {
                                A?: number;
                                B?: number;
                                C?: number;
                                D?: number;
                                E?: number;
                            };
                            ratings: {
                                excellent?: number;
                                good?: number;
                                enough?: number;
                                bad?: number;
                            };
                            conforms: {
                                "dcat-ap-3"?: number;
                                "dcat-ap-dk-3"?: number;
                                "healthdcat-ap-r8"?: number;
                            };
                            day: string;
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLinks: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Only what is in this state. */
                status?: "dead" | "failing" | "unknown" | "ok";
                /** @description What the latest check found. */
                kind?: "ok" | "redirected" | "login-wall" | "media-type-differs" | "certificate-ending" | "not-found" | "server-error" | "client-error" | "timeout" | "dns-failure" | "no-connection" | "certificate-invalid" | "bad-redirect" | "not-http" | "robots-disallowed" | "address-refused" | "unchecked" | "robots-unreachable" | "asked-to-wait" | "network-silent";
                /** @description Only what is of this source; several with commas between them in a search. */
                source?: string;
                /** @description The id of a dataset. */
                dataset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of links; it may be short before the end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            url: string;
                            /** @enum {string} */
                            status: "dead" | "failing" | "unknown" | "ok";
                            /** @enum {string} */
                            kind: "ok" | "redirected" | "login-wall" | "media-type-differs" | "certificate-ending" | "not-found" | "server-error" | "client-error" | "timeout" | "dns-failure" | "no-connection" | "certificate-invalid" | "bad-redirect" | "not-http" | "robots-disallowed" | "address-refused" | "unchecked" | "robots-unreachable" | "asked-to-wait" | "network-silent";
                            says: {
                                da: string;
                                en: string;
                            };
                            httpStatus: number | null;
                            message: string | null;
                            /** Format: date-time */
                            checkedAt: string | null;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            lastOk: string | null;
                            /** Format: date-time */
                            firstFailure: string | null;
                            failures: number;
                            due: string;
                            movedTo: string | null;
                            mediaType: string | null;
                            certificate: {
                                /** Format: date-time */
                                ends: string;
                                daysLeft: number;
                            } | null;
                            history: {
                                at: string;
                                /** @enum {string} */
                                kind: "ok" | "redirected" | "login-wall" | "media-type-differs" | "certificate-ending" | "not-found" | "server-error" | "client-error" | "timeout" | "dns-failure" | "no-connection" | "certificate-invalid" | "bad-redirect" | "not-http" | "robots-disallowed" | "address-refused" | "unchecked" | "robots-unreachable" | "asked-to-wait" | "network-silent";
                                status: number | null;
                            }[];
                            datasets: {
                                id: string;
                                /** Format: uri */
                                href: string;
                                places: {
                                    property: string;
                                    place: string;
                                }[];
                            }[];
                            hasMoreDatasets: boolean;
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDatasetLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, in the order of the record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uri */
                        iri: string;
                        items: {
                            url: string;
                            /** @enum {string} */
                            status: "dead" | "failing" | "unknown" | "ok";
                            /** @enum {string} */
                            kind: "ok" | "redirected" | "login-wall" | "media-type-differs" | "certificate-ending" | "not-found" | "server-error" | "client-error" | "timeout" | "dns-failure" | "no-connection" | "certificate-invalid" | "bad-redirect" | "not-http" | "robots-disallowed" | "address-refused" | "unchecked" | "robots-unreachable" | "asked-to-wait" | "network-silent";
                            says: {
                                da: string;
                                en: string;
                            };
                            httpStatus: number | null;
                            message: string | null;
                            /** Format: date-time */
                            checkedAt: string | null;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            lastOk: string | null;
                            /** Format: date-time */
                            firstFailure: string | null;
                            failures: number;
                            due: string;
                            movedTo: string | null;
                            mediaType: string | null;
                            certificate: {
                                /** Format: date-time */
                                ends: string;
                                daysLeft: number;
                            } | null;
                            history: {
                                at: string;
                                /** @enum {string} */
                                kind: "ok" | "redirected" | "login-wall" | "media-type-differs" | "certificate-ending" | "not-found" | "server-error" | "client-error" | "timeout" | "dns-failure" | "no-connection" | "certificate-invalid" | "bad-redirect" | "not-http" | "robots-disallowed" | "address-refused" | "unchecked" | "robots-unreachable" | "asked-to-wait" | "network-silent";
                                status: number | null;
                            }[];
                            property: string;
                            label?: {
                                da?: string;
                                en?: string;
                            };
                            place: string;
                            declared: string[];
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            dataset: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All owners, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: {
                                da?: string;
                                en?: string;
                            };
                            /** Format: uri */
                            homepage: string | null;
                            sources: {
                                id: string;
                                /** Format: uri */
                                href: string;
                            }[];
                            /** @description How many are live. */
                            datasets: number;
                            /**
                             * Format: date-time
                             * @description When the last change of one of them was published; null where there is none, or it is not known yet.
                             */
                            changedAt: string | null;
                            quality: {
                                share: number;
                                mqa: number;
                                letters: {
                                    A?: number;
                                    B?: number;
                                    C?: number;
                                    D?: number;
                                    E?: number;
                                };
                                ratings: {
                                    excellent?: number;
                                    good?: number;
                                    enough?: number;
                                    bad?: number;
                                };
                            } | null;
                            links: {
                                /** Format: uri */
                                self: string;
                                /** Format: uri */
                                datasets: string;
                                /** Format: uri */
                                map: string;
                                /** Format: uri */
                                report: string;
                                /** Format: uri */
                                history: string;
                            };
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owner. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uri */
                        homepage: string | null;
                        sources: {
                            id: string;
                            /** Format: uri */
                            href: string;
                        }[];
                        /** @description How many are live. */
                        datasets: number;
                        /**
                         * Format: date-time
                         * @description When the last change of one of them was published; null where there is none, or it is not known yet.
                         */
                        changedAt: string | null;
                        quality: {
                            share: number;
                            mqa: number;
                            letters: {
                                A?: number;
                                B?: number;
                                C?: number;
                                D?: number;
                                E?: number;
                            };
                            ratings: {
                                excellent?: number;
                                good?: number;
                                enough?: number;
                                bad?: number;
                            };
                        } | null;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            datasets: string;
                            /** Format: uri */
                            map: string;
                            /** Format: uri */
                            report: string;
                            /** Format: uri */
                            history: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: string;
                        /**
                         * @default monthly
                         * @enum {string}
                         */
                        frequency: "weekly" | "monthly" | "off";
                        /** @default false */
                        always: boolean;
                        /** @default null */
                        sentAt: string | null;
                        stopped: {
                            at: string;
                            /** @enum {string} */
                            reason: "bounced" | "complaint";
                            detail: string;
                        } | null;
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "resume";
                };
            };
        };
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: string;
                        /**
                         * @default monthly
                         * @enum {string}
                         */
                        frequency: "weekly" | "monthly" | "off";
                        /** @default false */
                        always: boolean;
                        /** @default null */
                        sentAt: string | null;
                        stopped: {
                            at: string;
                            /** @enum {string} */
                            reason: "bounced" | "complaint";
                            detail: string;
                        } | null;
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReport: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerReport"];
                    "text/html": string;
                    "application/pdf": string;
                    "text/csv": string;
                    "text/turtle": string;
                    "application/ld+json": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepOwnerReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was kept; the next report tells what changed since. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: string;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_json: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerReport"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_html: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_pdf: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_csv: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_ttl: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerReportIn_jsonld: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-assessed`, `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnerLink: {
        parameters: {
            query?: {
                /** @description The language of texts; Danish unless it is named. */
                lang?: "da" | "en";
                /** @description What the page is to say was done. */
                done?: "confirm" | "frequency" | "harvest" | "preview";
            };
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owner’s registers and wishes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: {
                            id: string;
                            name: {
                                da?: string;
                                en?: string;
                            };
                        };
                        letter: {
                            /**
                             * @default monthly
                             * @enum {string}
                             */
                            frequency: "weekly" | "monthly" | "off";
                            /** @default false */
                            always: boolean;
                            /** @default null */
                            sentAt: string | null;
                            /** @default null */
                            stopped: {
                                at: string;
                                /** @enum {string} */
                                reason: "bounced" | "complaint";
                                detail: string;
                                addresses: string[];
                            } | null;
                        };
                        registers: {
                            id: string;
                            source: string;
                            title: {
                                [key: string]: string;
                            };
                            quality: {
                                /** @enum {string} */
                                letter: "A" | "B" | "C" | "D" | "E";
                                share: number;
                                mqa: number;
                                /** @enum {string} */
                                rating: "excellent" | "good" | "enough" | "bad";
                            } | null;
                            /** Format: date-time */
                            lastConfirmed: string | null;
                        }[];
                        sources: {
                            id: string;
                            title: {
                                da?: string;
                                en?: string;
                            };
                            url: string;
                            preview: {
                                id: string;
                                /** @enum {string} */
                                state: "running" | "succeeded" | "partial" | "held" | "failed";
                                /** Format: date-time */
                                startedAt: string;
                                reason: string | null;
                                would: {
                                    created: number;
                                    updated: number;
                                    returned: number;
                                    removed: number;
                                } | null;
                                registers: {
                                    /** @enum {string} */
                                    type: "Create" | "Update" | "Delete";
                                    returns: boolean;
                                    id: string;
                                    title: {
                                        [key: string]: string;
                                    };
                                    changed: string[];
                                }[];
                            } | null;
                            latestRun: {
                                id: string;
                                /** @enum {string} */
                                state: "running" | "succeeded" | "partial" | "held" | "failed";
                                /** Format: date-time */
                                startedAt: string;
                                reason: string | null;
                                counts: {
                                    listed: number;
                                    created: number;
                                    updated: number;
                                    unchanged: number;
                                    duplicate: number;
                                    rejected: number;
                                    returned: number;
                                    missing: number;
                                    removed: number;
                                    held: number;
                                };
                            } | null;
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            report: string;
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseFrequency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    frequency: "weekly" | "monthly" | "off";
                    /** @default false */
                    always?: boolean | "on";
                };
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    frequency: "weekly" | "monthly" | "off";
                    /** @default false */
                    always?: boolean | "on";
                };
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @default monthly
                         * @enum {string}
                         */
                        frequency: "weekly" | "monthly" | "off";
                        always: boolean;
                    };
                };
            };
            /** @description For a browser: back to the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @default monthly
                         * @enum {string}
                         */
                        frequency: "weekly" | "monthly" | "off";
                    };
                };
            };
            /** @description For a browser: back to the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    dataset: string;
                };
                "application/x-www-form-urlencoded": {
                    dataset: string;
                };
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        confirmedAt: string;
                    };
                };
            };
            /** @description For a browser: back to the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-removed`: see /problems/{code}. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    harvestNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    source: string;
                };
                "application/x-www-form-urlencoded": {
                    source: string;
                };
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: string;
                        /** Format: uri */
                        href: string;
                    };
                };
            };
            /** @description For a browser: back to the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-busy`, `source-resting`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-soon`: see /problems/{code}. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed token of the link in a letter. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    source: string;
                };
                "application/x-www-form-urlencoded": {
                    source: string;
                };
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: string;
                        /** Format: uri */
                        href: string;
                    };
                };
            };
            /** @description For a browser: back to the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-void`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-busy`, `source-resting`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-soon`: see /problems/{code}. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sources, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Source"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    id: string;
                    /** @default {} */
                    title?: {
                        da?: string;
                        en?: string;
                    };
                    owner: {
                        id: string;
                        /** @default {} */
                        name?: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: email */
                        email?: string;
                        /** Format: uri */
                        homepage?: string;
                    };
                    /** @enum {string} */
                    format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
                    /** Format: uri */
                    url: string;
                    credentials?: {
                        /** @enum {string} */
                        kind: "header";
                        name: string;
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "bearer";
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "basic";
                        user: string;
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "oauth2-client";
                        /** Format: uri */
                        tokenUrl: string;
                        clientId: string;
                        secret: string;
                        scope?: string;
                    };
                    /** @default {} */
                    schedule?: {
                        /** @default PT24H */
                        every?: string;
                    };
                    /** @default {} */
                    settings?: {
                        [key: string]: unknown;
                    };
                    textLanguage?: string;
                    /** @default {} */
                    defaults?: {
                        [key: string]: unknown;
                    };
                    /** @default {} */
                    politeness?: {
                        /** @default 1 */
                        requestsPerSecond?: number;
                        /** @default 1 */
                        concurrency?: number;
                        /** @default true */
                        respectRobots?: boolean;
                        /** @default null */
                        quietHours?: {
                            from: string;
                            to: string;
                        } | null;
                    };
                    /** @default {} */
                    removal?: {
                        /** @default 2 */
                        missingRuns?: number;
                        /** @default {} */
                        holdAbove?: {
                            /** @default 0.1 */
                            share?: number;
                            /** @default 3 */
                            count?: number;
                        };
                        /** @default 5 */
                        releaseAfter?: number;
                        /** @enum {string} */
                        renames?: "propose" | "auto" | "off";
                    };
                    /**
                     * @default never
                     * @enum {string}
                     */
                    approve?: "never" | "first" | "always";
                    drift?: {
                        /** @default 0.5 */
                        drop?: number;
                        /** @default 5 */
                        minRecords?: number;
                    } | null;
                    precedence?: number;
                    /** @default [] */
                    ignoreChangesIn?: string[];
                    /** @default true */
                    enabled?: boolean;
                    /** @default false */
                    example?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The source; `Location` is where it is. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDefinition"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-exists`, `too-many-sources`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Every fault, or none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sound: boolean;
                        faults: {
                            /** @description The place in the definition (a JSON pointer). */
                            pointer: string;
                            /** @enum {string} */
                            code: "missing" | "unknown-key" | "wrong-type" | "not-allowed" | "out-of-bounds" | "wrong-format" | "not-sound";
                            detail: string;
                            text: {
                                da: string;
                                en: string;
                            };
                        }[];
                        /** @description With its defaults; null where there are faults. */
                        definition: {
                            id: string;
                            /** @default {} */
                            title: {
                                da?: string;
                                en?: string;
                            };
                            owner: {
                                id: string;
                                /** @default {} */
                                name: {
                                    da?: string;
                                    en?: string;
                                };
                                /** Format: email */
                                email?: string;
                                /** Format: uri */
                                homepage?: string;
                            };
                            /** @enum {string} */
                            format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
                            /** Format: uri */
                            url: string;
                            credentials?: {
                                /** @enum {string} */
                                kind: "header";
                                name: string;
                                secret: string;
                            } | {
                                /** @enum {string} */
                                kind: "bearer";
                                secret: string;
                            } | {
                                /** @enum {string} */
                                kind: "basic";
                                user: string;
                                secret: string;
                            } | {
                                /** @enum {string} */
                                kind: "oauth2-client";
                                /** Format: uri */
                                tokenUrl: string;
                                clientId: string;
                                secret: string;
                                scope?: string;
                            };
                            /** @default {} */
                            schedule: {
                                /** @default PT24H */
                                every: string;
                            };
                            /** @default {} */
                            settings: {
                                [key: string]: unknown;
                            };
                            textLanguage?: string;
                            /** @default {} */
                            defaults: {
                                [key: string]: unknown;
                            };
                            /** @default {} */
                            politeness: {
                                /** @default 1 */
                                requestsPerSecond: number;
                                /** @default 1 */
                                concurrency: number;
                                /** @default true */
                                respectRobots: boolean;
                                /** @default null */
                                quietHours: {
                                    from: string;
                                    to: string;
                                } | null;
                            };
                            /** @default {} */
                            removal: {
                                /** @default 2 */
                                missingRuns: number;
                                /** @default {} */
                                holdAbove: {
                                    /** @default 0.1 */
                                    share: number;
                                    /** @default 3 */
                                    count: number;
                                };
                                /** @default 5 */
                                releaseAfter: number;
                                /** @enum {string} */
                                renames?: "propose" | "auto" | "off";
                            };
                            /**
                             * @default never
                             * @enum {string}
                             */
                            approve: "never" | "first" | "always";
                            drift?: {
                                /** @default 0.5 */
                                drop: number;
                                /** @default 5 */
                                minRecords: number;
                            } | null;
                            precedence?: number;
                            /** @default [] */
                            ignoreChangesIn: string[];
                            /** @default true */
                            enabled: boolean;
                            /** @default false */
                            example: boolean;
                            note?: string;
                        } | null;
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDocument"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    id: string;
                    /** @default {} */
                    title?: {
                        da?: string;
                        en?: string;
                    };
                    owner: {
                        id: string;
                        /** @default {} */
                        name?: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: email */
                        email?: string;
                        /** Format: uri */
                        homepage?: string;
                    };
                    /** @enum {string} */
                    format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
                    /** Format: uri */
                    url: string;
                    credentials?: {
                        /** @enum {string} */
                        kind: "header";
                        name: string;
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "bearer";
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "basic";
                        user: string;
                        secret: string;
                    } | {
                        /** @enum {string} */
                        kind: "oauth2-client";
                        /** Format: uri */
                        tokenUrl: string;
                        clientId: string;
                        secret: string;
                        scope?: string;
                    };
                    /** @default {} */
                    schedule?: {
                        /** @default PT24H */
                        every?: string;
                    };
                    /** @default {} */
                    settings?: {
                        [key: string]: unknown;
                    };
                    textLanguage?: string;
                    /** @default {} */
                    defaults?: {
                        [key: string]: unknown;
                    };
                    /** @default {} */
                    politeness?: {
                        /** @default 1 */
                        requestsPerSecond?: number;
                        /** @default 1 */
                        concurrency?: number;
                        /** @default true */
                        respectRobots?: boolean;
                        /** @default null */
                        quietHours?: {
                            from: string;
                            to: string;
                        } | null;
                    };
                    /** @default {} */
                    removal?: {
                        /** @default 2 */
                        missingRuns?: number;
                        /** @default {} */
                        holdAbove?: {
                            /** @default 0.1 */
                            share?: number;
                            /** @default 3 */
                            count?: number;
                        };
                        /** @default 5 */
                        releaseAfter?: number;
                        /** @enum {string} */
                        renames?: "propose" | "auto" | "off";
                    };
                    /**
                     * @default never
                     * @enum {string}
                     */
                    approve?: "never" | "first" | "always";
                    drift?: {
                        /** @default 0.5 */
                        drop?: number;
                        /** @default 5 */
                        minRecords?: number;
                    } | null;
                    precedence?: number;
                    /** @default [] */
                    ignoreChangesIn?: string[];
                    /** @default true */
                    enabled?: boolean;
                    /** @default false */
                    example?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDefinition"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-changed`: see /problems/{code}. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: see /problems/{code}. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDefinition"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-changed`: see /problems/{code}. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRenames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposals: those that wait first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            state: "proposed" | "rejected";
                            /** @enum {string} */
                            evidence: "links" | "title";
                            from: {
                                id: string;
                                /** Format: uri */
                                href: string;
                            };
                            to: {
                                id: string;
                                /** Format: uri */
                                href: string;
                            };
                            since: {
                                run: string;
                                /** Format: uri */
                                href: string;
                            };
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            source: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    from: string;
                    to: string;
                    /** @enum {string} */
                    decision: "confirm" | "reject";
                };
            };
        };
        responses: {
            /** @description It was carried out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        /** @enum {string} */
                        decision: "confirm" | "reject";
                        links: {
                            /** Format: uri */
                            dataset: string;
                            /** Format: uri */
                            changes: string | null;
                        };
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-busy`, `not-a-rename`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSourceRuns: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    force?: boolean;
                    /** @default false */
                    preview?: boolean;
                };
            };
        };
        responses: {
            /** @description A run was started; `Location` is where it can be watched. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: string;
                        links: {
                            /** Format: uri */
                            run: string;
                        };
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-busy`, `source-resting`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-soon`: see /problems/{code}. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunRecords: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Only records of which this became. */
                outcome?: "created" | "updated" | "unchanged" | "returned" | "duplicate" | "rejected" | "missing" | "removed" | "held";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance sheet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            outcome: "created" | "updated" | "unchanged" | "returned" | "duplicate" | "rejected" | "missing" | "removed" | "held";
                            id: string | null;
                            identifier: string | null;
                            reason?: string;
                            /** @enum {string} */
                            waits?: "created" | "updated" | "returned" | "removed";
                            page?: string;
                            place?: string;
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            csv: string;
                            /** Format: uri */
                            run: string;
                        };
                    };
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRunRecords: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Only records of which this became. */
                outcome?: "created" | "updated" | "unchanged" | "returned" | "duplicate" | "rejected" | "missing" | "removed" | "held";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance sheet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunProblems: {
        parameters: {
            query?: {
                /** @description The code of a problem. */
                code?: string;
                /** @description Only problems that are new, still there or fixed since the run before. */
                standing?: "new" | "still" | "fixed";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problems. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: string;
                        /** @description False when there were more than a list holds. */
                        complete: boolean;
                        groups: {
                            code: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error";
                            count: number;
                            new: number;
                            still: number;
                            fixed: number;
                            examples: {
                                code: string;
                                /** @enum {string} */
                                severity: "info" | "warning" | "error";
                                record?: string;
                                property?: string;
                                place?: {
                                    page?: string;
                                    line?: number;
                                    column?: number;
                                    path?: string;
                                };
                                excerpt?: string;
                                message: string;
                                /** @enum {string} */
                                standing?: "new" | "still" | "fixed";
                            }[];
                            meaning: {
                                da: string;
                                en: string;
                            };
                            /** Format: uri */
                            type: string;
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            csv: string;
                            /** Format: uri */
                            run: string;
                        };
                    };
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRunProblems: {
        parameters: {
            query?: {
                /** @description The code of a problem. */
                code?: string;
                /** @description Only problems that are new, still there or fixed since the run before. */
                standing?: "new" | "still" | "fixed";
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: string;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problems. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunRequests: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pages, in the order in which they were read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Its number in the run, from 1. */
                            page: number;
                            key: string;
                            /** @description The key of the page that named it. */
                            parent: string | null;
                            /**
                             * Format: uri
                             * @description After redirects.
                             */
                            url: string;
                            at: string;
                            /** @description Of the last request; null where no answer came or none was needed. */
                            status: number | null;
                            ms: number;
                            bytes: number;
                            notModified: boolean;
                            contentType: string | null;
                            sha256: string | null;
                            failure: {
                                code: string;
                                message: string;
                            } | null;
                            /** @description Redirects and tries are requests of their own. */
                            requests: {
                                url: string;
                                at: string;
                                ms: number;
                                status: number | null;
                                bytes: number;
                            }[];
                            links: {
                                /** Format: uri */
                                run: string;
                                /** Format: uri */
                                raw?: string;
                            };
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            run: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRunPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
                /** @description The number of a page, from 1; of a feed after a restore with the name of its log before it. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description They are more than an answer may hold; `Location` has them for a quarter of an hour. */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRunDifference: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description The format, by its name or media type; a suffix of the address comes before it, `Accept` after it. */
                format?: "json" | "text";
                /** @description The language of texts; of a dataset it goes with the profiles that have one language. */
                language?: "da" | "en";
            };
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference, record by record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            type: "Create" | "Update" | "Delete";
                            returns: boolean;
                            /** @enum {string} */
                            kind: "Dataset" | "DatasetSeries";
                            id: string;
                            identifier: string | null;
                            title: {
                                [key: string]: string;
                            };
                            changed: {
                                property: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            text: string;
                            /** Format: uri */
                            run: string;
                            /** Format: uri */
                            held: string;
                        };
                    };
                    "text/plain": string;
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideHeld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "release" | "reject";
                };
            };
        };
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing-held`, `held-outdated`, `source-busy`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description A run was started; `Location` is where it can be watched. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: string;
                        links: {
                            /** Format: uri */
                            run: string;
                        };
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `source-busy`, `not-replayable`, `replay-overtaken`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Only acts of this actor. */
                actor?: string;
                /** @description Only acts by this operation, as `decideHeld`. */
                action?: string;
                /** @description A cursor, `0` for the start, `now`, or an instant (RFC 3339). */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of acts, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            actor: string;
                            action: string;
                            target: {
                                [key: string]: string;
                            };
                            request?: unknown;
                            outcome: string;
                            before?: unknown;
                            after?: unknown;
                            requestId: string;
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description The most items in the answer. */
                limit?: number;
                /** @description Where to go on: the `cursor` of the page before. */
                cursor?: string;
                /** @description Also those that were dealt with. */
                all?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of letters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            queue: "harvest" | "project" | "search" | "bounces" | "webhooks";
                            message: string;
                            reason: string;
                            receivedAt: string;
                            tries: number;
                            run?: string;
                            replayed?: {
                                at: string;
                                run?: string;
                            };
                            links: {
                                /** Format: uri */
                                self: string;
                                /** Format: uri */
                                replay: string;
                                /** Format: uri */
                                run?: string;
                            };
                        }[];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                            /** Format: uri */
                            replay: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-cursor`, `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What came of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        letters: {
                            id: string;
                            /** @enum {string} */
                            kind: "replayed" | "already" | "refused";
                            run?: string;
                            detail?: string;
                        }[];
                        hasMore: boolean;
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        queue: "harvest" | "project" | "search" | "bounces" | "webhooks";
                        message: string;
                        reason: string;
                        receivedAt: string;
                        tries: number;
                        run?: string;
                        replayed?: {
                            at: string;
                            run?: string;
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            replay: string;
                            /** Format: uri */
                            run?: string;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "replayed" | "already" | "refused";
                        run?: string;
                        detail?: string;
                    };
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-replayable`: see /problems/{code}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, newest first, without their addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Erasure"][];
                        cursor: string | null;
                        hasMore: boolean;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next: string | null;
                        };
                    };
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as lists show it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: see /problems/{code}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description The client holds these very bytes (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unknown-parameter`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-acceptable`: see /problems/{code}. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answer-too-large`: see /problems/{code}. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    source: {
                        id: string;
                        /** @default {} */
                        title?: {
                            da?: string;
                            en?: string;
                        };
                        owner: {
                            id: string;
                            /** @default {} */
                            name?: {
                                da?: string;
                                en?: string;
                            };
                            /** Format: email */
                            email?: string;
                            /** Format: uri */
                            homepage?: string;
                        };
                        /** @enum {string} */
                        format: "dcat" | "dcat-us" | "ckan" | "html" | "schema-org" | "oai-pmh" | "csw" | "fair-data-point" | "statbank";
                        /** Format: uri */
                        url: string;
                        credentials?: {
                            /** @enum {string} */
                            kind: "header";
                            name: string;
                            secret: string;
                        } | {
                            /** @enum {string} */
                            kind: "bearer";
                            secret: string;
                        } | {
                            /** @enum {string} */
                            kind: "basic";
                            user: string;
                            secret: string;
                        } | {
                            /** @enum {string} */
                            kind: "oauth2-client";
                            /** Format: uri */
                            tokenUrl: string;
                            clientId: string;
                            secret: string;
                            scope?: string;
                        };
                        /** @default {} */
                        schedule?: {
                            /** @default PT24H */
                            every?: string;
                        };
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                        textLanguage?: string;
                        /** @default {} */
                        defaults?: {
                            [key: string]: unknown;
                        };
                        /** @default {} */
                        politeness?: {
                            /** @default 1 */
                            requestsPerSecond?: number;
                            /** @default 1 */
                            concurrency?: number;
                            /** @default true */
                            respectRobots?: boolean;
                            /** @default null */
                            quietHours?: {
                                from: string;
                                to: string;
                            } | null;
                        };
                        /** @default {} */
                        removal?: {
                            /** @default 2 */
                            missingRuns?: number;
                            /** @default {} */
                            holdAbove?: {
                                /** @default 0.1 */
                                share?: number;
                                /** @default 3 */
                                count?: number;
                            };
                            /** @default 5 */
                            releaseAfter?: number;
                            /** @enum {string} */
                            renames?: "propose" | "auto" | "off";
                        };
                        /**
                         * @default never
                         * @enum {string}
                         */
                        approve?: "never" | "first" | "always";
                        drift?: {
                            /** @default 0.5 */
                            drop?: number;
                            /** @default 5 */
                            minRecords?: number;
                        } | null;
                        precedence?: number;
                        /** @default [] */
                        ignoreChangesIn?: string[];
                        /** @default true */
                        enabled?: boolean;
                        /** @default false */
                        example?: boolean;
                        note?: string;
                    };
                    /** @default 10 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description What would happen, and how the host answered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePreview"];
                };
            };
            /** @description `unknown-parameter`, `invalid-body`: see /problems/{code}. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: see /problems/{code}. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: see /problems/{code}. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: see /problems/{code}. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: see /problems/{code}. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: see /problems/{code}. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `preview-too-slow`: see /problems/{code}. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
