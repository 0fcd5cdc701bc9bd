const LIST_STYLE = /mso-list\s*:\s*l\d+\s+level\d+/i

/** Whether markup comes from Word, which writes the points of a list as paragraphs. */
export function isWordList(body: Element): boolean {
  return [...body.querySelectorAll('p[data-style]')].some(isPoint)
}

/** Makes lists of paragraphs that Word calls points; points that follow each other are one list. */
export function listWordParagraphs(body: Element): void {
  let list: Element | null = null
  for (const point of [...body.querySelectorAll('p[data-style]')].filter(isPoint)) {
    if (list === null || list.nextElementSibling !== point) {
      list = body.ownerDocument.createElement('ul')
      point.before(list)
    }
    const item = body.ownerDocument.createElement('li')
    item.append(point)
    list.append(item)
  }
}

function isPoint(paragraph: Element): boolean {
  return LIST_STYLE.test(paragraph.getAttribute('data-style') ?? '')
}
