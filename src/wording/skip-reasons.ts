/** Why something in a file was left out, as a sentence that begins with its place. The kinds are those of the formats' readers. */
export function describeSkip(place: string, reason: DescribedReason): string {
  return `${place}: ${sentence(reason)}.`
}

type DescribedReason =
  | { readonly kind: 'malformed'; readonly expected: string }
  | { readonly kind: 'other-kind'; readonly what: string }
  | { readonly kind: 'no-statement' | 'outside-text' | 'wrong-quote' | 'repeated' }

function sentence(reason: DescribedReason): string {
  switch (reason.kind) {
    case 'malformed':
      return `this ${reason.expected}`
    case 'other-kind':
      return `${reason.what} says nothing of a statement`
    case 'no-statement':
      return 'this says neither words nor a place in the text'
    case 'outside-text':
      return 'this place is not within the text'
    case 'wrong-quote':
      return 'the words it quotes do not stand in its text'
    case 'repeated':
      return 'this was said before in the same file'
  }
}
