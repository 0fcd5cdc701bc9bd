/** Words of the pages on which something arrives: by bookmarklet, by sharing, by opening files with the installed program. */
export const arrivals = {
  bookmarklet: {
    link: 'Take in web pages by a bookmark',
    title: 'Take in web pages by a bookmark',
    name: 'Review in Factmark',
    what: 'A bookmark that hands the page you are looking at, or what you have selected in it, to Factmark. Factmark shows where it is from and asks before it reads anything.',
    byMouse: 'With the mouse',
    mouseSteps: [
      'Show the bookmarks bar: Ctrl + Shift + B, or ⌘ + Shift + B.',
      'Drag the link below onto it.',
      'On a page that you want to review, click the bookmark.',
    ],
    byKeys: 'By keyboard, or on a phone',
    keySteps: [
      'Copy the bookmarklet.',
      'Make a bookmark of any page, then edit it: name it “Review in Factmark”, and paste what you copied in place of its address.',
      'On a page that you want to review, choose the bookmark; on a phone, type its name into the address bar and choose it there.',
    ],
    copy: 'Copy the bookmarklet',
    code: 'Bookmarklet',
    told: {
      clicked:
        'On this page it does nothing: drag it onto the bookmarks bar, or copy it, and click it on the page that you want to review.',
      copied: 'Copied. Now paste it as the address of a bookmark.',
      'not-copied': 'The browser did not allow copying: select the text above and copy it by hand.',
    },
    goodToKnow: 'Good to know',
    leadsTo: (address: string) =>
      `It opens this Factmark, at ${address}. For one at another address you need another bookmark.`,
    notes: [
      'What you see is handed over as it stands, inside your browser. Factmark asks no page and no server for anything.',
      'Some sites forbid bookmarks to run or cut their connection to what they open. Save such a page with your browser, and open the file under “New article”.',
      'What a page shows inside a frame of another site is not handed over.',
    ],
    blocked: 'The browser did not open Factmark: allow this site to open windows, and click the bookmark again.',
  },
  clip: {
    title: 'Page from a bookmark',
    states: {
      unasked:
        'No page was handed over. This address is where the bookmark “Review in Factmark” leads: click it on the page that you want to review. If you did, that site cuts its connection to what it opens: save the page and open the file under “New article”.',
      waiting: 'Waiting for the page…',
      gone: 'The page that was handed over here is gone, for nothing of it was kept. Click the bookmark on it again.',
      discarded: 'Discarded. Nothing of the page was kept or read. You can close this tab.',
    },
    nothingComes:
      'If nothing comes, the page has been left or loaded anew meanwhile. Close this tab and click the bookmark on it again.',
    problems: {
      'not-a-clip': 'What the page handed over is not what the bookmark sends. Nothing of it was kept.',
      'other-version':
        'This bookmark was made by another version of Factmark. Nothing was kept: take the bookmark anew, and click it again.',
      'too-large':
        'The page is larger than the 50 MB that are taken in. Nothing was kept: select the article in it, and click the bookmark again.',
      'own-page': 'This is a page of Factmark itself, and no article. Nothing was kept.',
    },
    how: 'How the bookmark works',
    question: 'Take this page in?',
    from: (host: string) =>
      host === 'null' ? 'A page without a site of its own was handed over.' : `A page from ${host} was handed over.`,
    facts: { from: 'From', title: 'Title', address: 'Address', size: 'Size' },
    noOrigin: 'a page without a site of its own',
    noTitle: 'none',
    noAddress: 'none of the web',
    size: (part: 'page' | 'selection', bytes: number) =>
      `${part === 'page' ? 'the whole page' : 'what is selected in it'}, ${(bytes / 1000).toLocaleString('en', { maximumFractionDigits: bytes < 10_000 ? 1 : 0 })} kB`,
    differs: (claimed: string, from: string) =>
      `It says that it is from ${claimed}, but it came from ${from}. That address will not be noted.`,
    notRead: 'Nothing of it has been read yet. Taken in, it lies under “New article” for you to look over.',
    take: 'Take it in',
    discard: 'Discard',
  },
  shared: {
    title: 'Shared with Factmark',
    unnamed: 'Shared text',
    nothing:
      'Nothing that was shared is here: it has been taken already, or this browser could not hand it over. It is still where you shared it from: open it as a file, or paste it, under “New article”.',
    addressOnly: 'Only an address was shared, and Factmark fetches nothing, so that nobody learns what you review.',
    refused:
      'What was shared could not be kept: it is more than 100 MB or 50 files, or this device has no room for it. It is still where you shared it from: open fewer files, under “New article”.',
    instead: [
      'Open the page, save it with your browser, and open or share the file.',
      'Or select the article in it and share or paste the text.',
      'Or use the bookmark “Review in Factmark” there.',
    ],
  },
} as const
