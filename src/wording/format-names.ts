/** How the export formats are called and explained, by the format's id. */
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
  csv: {
    name: 'CSV',
    explanation: 'A table for a spreadsheet: one row for each annotated statement.',
  },
  markdown: {
    name: 'Markdown',
    explanation: 'Readable text for a document or a ticket.',
  },
} as const

/** What the export formats are called in code. */
export type FormatId = keyof typeof FORMAT_NAMES
