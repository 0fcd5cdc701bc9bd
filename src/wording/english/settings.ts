/** Words of the settings, the reviewer's profile and the question for a name. */
export const settings = {
  title: 'Settings',

  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },

  keyboard: 'Keyboard',
  singleKeys: 'Single-key shortcuts',
  singleKeysHelp: 'Keys such as 1, 2 and 3 act while the focus is in the article. Switch this off if you dictate.',
  advance: 'Move on after tagging',
  advanceHelp: 'The cursor goes to the next segment by itself after a tag.',

  storage: 'Storage on this device',
  storageIntro:
    'Articles and annotations are kept in this browser only. Nothing is sent anywhere. Backups, snapshots, how much room is left, and how to erase everything:',
  used: (used: string, available: string) => `${used} used, of about ${available} that this browser allows.`,
  usageUnknown: 'This browser does not say how much is used.',
  toStorage: 'Backup and storage',

  erase: 'Erase everything on this device',
  eraseHelp: 'For a device that you give away or share.',
  eraseTitle: 'Erase everything?',
  eraseLoses: (articles: number, annotations: number) =>
    `This erases ${articles === 1 ? '1 article' : `${articles} articles`} with ${
      annotations === 1 ? '1 annotation' : `${annotations} annotations`
    }, all review sessions, reviewers, settings and signing keys from this device. It cannot be undone.`,
  eraseBackUpFirst:
    'To keep your work, close this and back up everything first. Snapshots are erased too; files in a folder that you chose stay.',
  eraseContinue: 'Continue',
  eraseKeep: 'Keep everything',
  eraseLast: 'Last question: nothing of this can be brought back. Erase it?',
  eraseNow: 'Erase now',
  erasing: 'Erasing…',
  eraseProblem: {
    'disk-full': 'Not erased: this device is out of room. Free some space and try again.',
    'connection-lost': 'Not erased: the connection to the library was lost. Reload this page and try again.',
    'newer-database': 'Not erased: a newer Factmark has this library open. Reload this page and try again.',
    blocked: 'Not erased: another Factmark tab holds the library. Close the other Factmark tabs and try again.',
    damaged: 'Not erased: the library on this device is damaged. Reload this page to see what can be done.',
    unavailable:
      'Not erased: this browser does not let Factmark reach its data. Clear this site’s data in the browser.',
    failed: 'Not erased: the browser refused. Try again.',
  },

  moreSettings: 'Theme, keys and storage are in the settings:',

  profile: 'Reviewer',
  profileHelp: 'Stands on your annotations and in the files you export. There is no account.',
  name: 'Name',
  namePlaceholder: 'Your name or initials',
  colour: 'Colour',
  colours: {
    '#2b4c7e': 'Blue',
    '#7a3e8c': 'Purple',
    '#8a4b14': 'Brown',
    '#1f6a4d': 'Green',
    '#9b2c4d': 'Crimson',
    '#4a5a2a': 'Olive',
  } as Readonly<Record<string, string>>,
  otherColour: 'Present colour',
  save: 'Save',
  others: 'Other reviewers in this library',
  thisIsMe: 'This is me',
  thisIsMeFor: (name: string) => `This is me: ${name}`,
  thisIsMeHelp: 'Choose the one you are, for example after bringing your work over from another device.',
} as const
