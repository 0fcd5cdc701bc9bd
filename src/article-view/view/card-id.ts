/** The element id of an annotation's card. */
export function cardId(annotation: string): string {
  return `card-${annotation}`
}
