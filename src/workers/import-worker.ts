import { answerImport, type ImportMessage, type ImportRequest } from './import-protocol.ts'

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  answerImport(data, message => postMessage(message))
})
postMessage({ kind: 'ready' } satisfies ImportMessage)
