/** How the formats are called and explained, by the format's id. */
export const FORMAT_NAMES = {
  w3c: {
    name: 'Annotation set (W3C)',
    explanation:
      'Everything, to keep or to send to a colleague: Factmark reads it back, and other annotation tools can read it.',
  },
  doccano: {
    name: 'doccano (JSONL)',
    explanation: 'Labelled text for machine learning: the newest text, and where in it which verdict was given.',
  },
  hypothesis: {
    name: 'Hypothesis',
    explanation:
      'For the Hypothesis client, which imports the file: statements, verdicts as tags, rationales as notes.',
  },
  report: {
    name: 'Report (HTML)',
    explanation:
      'One page for readers, on a screen or on paper: the article with its statements, reasons and sources. It opens in any browser, and Factmark reads it back.',
  },
  'label-studio': {
    name: 'Label Studio (JSON)',
    explanation: 'A task for Label Studio: the newest text with its labels, rationales and tags.',
  },
  brat: {
    name: 'brat (ZIP)',
    explanation: 'The newest text and its labels in the files of brat, with rationales and tags as notes.',
  },
  'claim-review': {
    name: 'ClaimReview (JSON-LD)',
    explanation:
      'For search engines and archives of fact checks: one review for each annotation that restates a claim.',
  },
  bundle: {
    name: 'Bundle (ZIP)',
    explanation:
      'To hand in or to keep: the set, the report and the text of the article in one archive, with sums that show whether anything was changed.',
  },
  csv: {
    name: 'CSV',
    explanation: 'A table for a spreadsheet: one row for each annotated statement.',
  },
  markdown: {
    name: 'Markdown',
    explanation: 'Readable text for a document or a ticket.',
  },
  'w3c-any': {
    name: 'Web Annotation (W3C)',
    explanation: 'Annotations of other tools that follow the W3C standard: one, a page, a collection or a list.',
  },
} as const

/** What the formats are called in code. */
export type FormatId = keyof typeof FORMAT_NAMES
