import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { zipSync } from 'fflate'

/** A document of Word with a heading, a point, a table, a note, a link and bold words, made by a library. */
export async function aDocx(): Promise<Uint8Array> {
  const cell = new TableCell({ children: [new Paragraph('Cell')] })
  const words = [
    new TextRun('Words '),
    // oxlint-disable-next-line typescript/no-deprecated -- taken for the old method of strings
    new TextRun({ text: 'bold', bold: true }),
    new ExternalHyperlink({ children: [new TextRun('link')], link: 'https://example.com/a' }),
    new FootnoteReferenceRun(1),
  ]
  const document = new Document({
    creator: 'Ada Reyes',
    footnotes: { 1: { children: [new Paragraph('Note')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Title', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: words }),
          new Paragraph({ text: 'Point', bullet: { level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell] })] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** A document of Word that holds this markup (WordprocessingML) and nothing else. */
export function aDocxOf(body: string): Uint8Array {
  const names = 'http://schemas.openxmlformats.org'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${names}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${names}/package/2006/relationships"><Relationship Id="rId1" Type="${names}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${names}/wordprocessingml/2006/main" xmlns:r="${names}/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
  }
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)])))
}

/** A page as Chromium saves it in one file (MHTML), around this markup. */
export function anArchive(markup: string, { encoding = 'quoted-printable', charset = 'utf-8' } = {}): Uint8Array {
  const bytes = Buffer.from(markup, charset === 'utf-8' ? 'utf8' : 'latin1')
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example.com/a',
    'Subject: =?utf-8?Q?T?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Boundary----"',
    '',
    '',
    '------Boundary----',
    `Content-Type: text/html${charset === '' ? '' : `; charset=${charset}`}`,
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://news.example.com/a',
    '',
    encoding === 'base64' ? bytes.toString('base64') : quotedPrintable(bytes),
    '------Boundary----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>An advertisement in a frame</p>').toString('base64'),
    '------Boundary------',
    '',
  ]
  return new TextEncoder().encode(lines.join('\r\n'))
}

function quotedPrintable(bytes: Uint8Array): string {
  const text = [...bytes].map(byte =>
    byte > 126 || byte === 61 || byte < 32
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
  return text.map((unit, index) => (index % 20 === 19 ? `${unit}=\r\n` : unit)).join('')
}
