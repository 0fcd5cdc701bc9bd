const PREFIXES = {
  oa: 'http://www.w3.org/ns/oa#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  as: 'http://www.w3.org/ns/activitystreams#',
} as const

/** The motivations of the Web Annotation Vocabulary (REC 2017-02-23, 3.3), `assessing` among them. */
export const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'reviewing',
  'tagging',
] as const

const CLASSES = {
  Annotation: 'oa:Annotation',
  TextualBody: 'oa:TextualBody',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  TimeState: 'oa:TimeState',
  Person: 'foaf:Person',
  Software: 'as:Application',
  Organization: 'foaf:Organization',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
} as const

const LINKS = {
  body: 'oa:hasBody',
  target: 'oa:hasTarget',
  source: 'oa:hasSource',
  selector: 'oa:hasSelector',
  state: 'oa:hasState',
  creator: 'dcterms:creator',
  generator: 'as:generator',
  first: 'as:first',
  last: 'as:last',
  next: 'as:next',
  prev: 'as:prev',
  partOf: 'as:partOf',
} as const

const TEXTS = {
  format: 'dc:format',
  language: 'dc:language',
  value: 'rdf:value',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  name: 'foaf:name',
  label: 'rdfs:label',
} as const

const TIMES = { created: 'dcterms:created', modified: 'dcterms:modified', sourceDate: 'oa:sourceDate' } as const
const COUNTS = { start: 'oa:start', end: 'oa:end', total: 'as:totalItems', startIndex: 'as:startIndex' } as const

/**
 * The JSON-LD context that `http://www.w3.org/ns/anno.jsonld` names (Web Annotation Vocabulary, REC 2017-02-23, appendix A), as
 * far as a set of Factmark's uses its terms. Copies without `assessing` are about: a processor then drops the motivation.
 */
export const WEB_ANNOTATION_CONTEXT = {
  ...PREFIXES,
  id: '@id',
  type: '@type',
  ...CLASSES,
  ...Object.fromEntries(MOTIVATIONS.map(name => [name, `oa:${name}`])),
  ...typed(LINKS, '@id'),
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
  ...TEXTS,
  ...typed(TIMES, 'xsd:dateTime'),
  ...typed(COUNTS, 'xsd:nonNegativeInteger'),
}

function typed(terms: Readonly<Record<string, string>>, type: string) {
  return Object.fromEntries(Object.entries(terms).map(([name, iri]) => [name, { '@id': iri, '@type': type }]))
}
