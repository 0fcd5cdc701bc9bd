import { answerImport, type ImportRequest } from './import-protocol.ts'

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  answerImport(data, message => postMessage(message))
})
