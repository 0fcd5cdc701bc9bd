import { createExportDesk, type ExportMessage, type ExportRequest } from './export-protocol.ts'

const answer = createExportDesk()

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => postMessage(answer(data)))
postMessage({ kind: 'ready' } satisfies ExportMessage)
