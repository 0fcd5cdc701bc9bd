/**
 * Has React take an editable element for one that is none. Before each of its changes React walks through all nodes of the
 * editable element with the focus, so as to put the selection back afterwards: in an article of a book's length that took
 * longer than the change. Of an element that React does not draw it has nothing to put back.
 */
export function leaveSelectionAlone(editable: HTMLElement): void {
  // Browsers and ProseMirror go by the attribute.
  Object.defineProperty(editable, 'contentEditable', { value: 'inherit', writable: true, configurable: true })
}
