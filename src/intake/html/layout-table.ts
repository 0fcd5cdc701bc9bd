/** Whether a table arranges a page, as mails and old pages do, and does not hold data. */
export function isLayoutTable(table: Element): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return true
  const cells = table.querySelectorAll('td, th').length
  const rows = table.querySelectorAll('tr').length
  // One cell, or one column of one row after the other, has nothing to compare.
  if (cells <= rows) return table.querySelector('th, caption') === null
  return table.querySelector('table, h1, h2, h3, h4, h5, h6, article, section, nav') !== null
}
