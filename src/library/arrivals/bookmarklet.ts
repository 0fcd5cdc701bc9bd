import { CLIP_READY, CLIP_TYPE, CLIP_VERSION, LONGEST_LINE } from './clip-message.ts'

/** What a bookmarklet is made of. */
export interface BookmarkletParts {
  /** The page that takes clips, with its fragment. */
  readonly address: string
  /** The longest markup that is handed over, in UTF-16 units. */
  readonly limit: number
  /** What is said when the browser opens no tab. */
  readonly blocked: string
}

/**
 * The address of a bookmark that hands the page it is clicked on to Factmark: it keeps the page as it is now, or what is
 * selected in it, opens Factmark, waits until that says that it listens, and then tells it once, and nobody else.
 */
export function bookmarklet({ address, limit, blocked }: BookmarkletParts): string {
  const given = [address, limit, blocked, CLIP_READY, CLIP_TYPE, CLIP_VERSION, LONGEST_LINE]
  const source = `void ${SOURCE}(${given.map(part => JSON.stringify(part)).join(',')})`
  // A bookmark that does something is such an address. Here it never runs.
  return `javascript:${encodeURIComponent(source)}`
}

// In words that every browser knows, for it runs in other people's pages; nothing of them is called but what they show.
const SOURCE = `(function (address, limit, blocked, ready, type, version, longest) {
  var selection = getSelection();
  var part = 'page';
  var html = document.documentElement.outerHTML;
  if (selection && !selection.isCollapsed) {
    part = 'selection';
    var box = document.createElement('body');
    for (var i = 0; i < selection.rangeCount; i++) box.append(selection.getRangeAt(i).cloneContents());
    var page = document.documentElement.cloneNode(false);
    if (document.head) page.append(document.head.cloneNode(true));
    page.append(box);
    html = page.outerHTML;
  }
  var clip = {
    type: type, version: version, part: part,
    url: location.href.length > longest ? '' : location.href,
    title: String(document.title).slice(0, longest),
    html: html.length > limit ? null : html
  };
  var origin = new URL(address).origin;
  var opened = open(address, '_blank');
  if (!opened) return alert(blocked);
  addEventListener('message', function answer(event) {
    if (event.source !== opened || event.origin !== origin || event.data !== ready) return;
    removeEventListener('message', answer);
    opened.postMessage(clip, origin);
  });
})`.replaceAll(/\n\s*/g, ' ')
