/** Words of what is shown when a part of the program fails. */
export const trouble = {
  title: 'When something goes wrong',
  parts: {
    header: 'The header',
    page: 'This page',
    overview: 'The overview',
    byline: 'What stands above the article',
    article: 'The article',
    annotations: 'The annotations',
    card: 'This card',
    history: 'The history',
    foot: 'The foot of the page',
    dialog: 'The dialog',
  },
  failed: (part: string) => `${part} has failed`,
  failedHelp: (part: string) =>
    `${part} could not be drawn. What is saved is safe, and the rest of the page goes on working. Try again; if it fails again, back up your work and reload.`,
  toBackup: 'Back up your work',
  reportHelp:
    'A problem report says which program, browser and storage this is and what failed. It holds no word of your articles, annotations or names.',
  report: 'Problem report',
  copyReport: 'Copy problem report',
  copied: 'Copied. This is what it says:',
  copyByHand: 'This browser did not let Factmark copy it. Select and copy it here:',
} as const
