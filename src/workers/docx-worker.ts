import { convertDocx } from '../intake/docx/convert-docx.ts'

// Takes the bytes of one document, and answers with what `convertDocx` makes of them.
self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  void convertDocx(data).then(converted => self.postMessage(converted))
}
