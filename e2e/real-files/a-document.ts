import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** A document of Word with all that an article has, made by a library that is no part of the program. */
export function aWordDocument(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      creator: 'Ada Reyes',
      numbering: {
        config: [
          {
            reference: 'points',
            levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Counted by the port authority.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'The mill of Orrel turns again', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('It stood still for '),
                new TextRun({ text: '9.5 years', bold: true }),
                new TextRun({ children: [', until Tuesday.', new FootnoteReferenceRun(1)] }),
              ],
            }),
            new Paragraph({ text: 'Who grinds there', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: 'Three millers share the work.', numbering: { reference: 'points', level: 0 } }),
            new Paragraph({ text: 'Two are from Orrel.', numbering: { reference: 'points', level: 0 } }),
            new Paragraph({
              children: [
                new TextRun('Their contract is '),
                new ExternalHyperlink({ children: [new TextRun('public')], link: 'https://example.com/contract' }),
                new TextRun('.'),
              ],
            }),
            new Table({ rows: [row('Year', 'Sacks'), row('2025', '0'), row('2026', '1,200')] }),
          ],
        },
      ],
    }),
  )
}

function row(...texts: readonly string[]): TableRow {
  return new TableRow({ children: texts.map(text => new TableCell({ children: [new Paragraph(text)] })) })
}
