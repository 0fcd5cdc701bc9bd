import { download } from '../ui/download.ts'

/** Gives a file to the browser as a download, a text in UTF-8. Whether and where it is kept is up to the browser. */
export function downloadFile(
  content: string | Uint8Array<ArrayBuffer>,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
) {
  download(new Blob([content], { type: mediaType }), name)
}
