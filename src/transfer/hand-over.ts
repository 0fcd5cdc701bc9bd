import { download } from '../ui/download.ts'

/** Gives a text to the browser as a download in UTF-8. Whether and where it is kept is up to the browser. */
export function downloadText(text: string, { name, mediaType }: { readonly name: string; readonly mediaType: string }) {
  download(new Blob([text], { type: mediaType }), name)
}
